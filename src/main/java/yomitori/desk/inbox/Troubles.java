package yomitori.desk.inbox;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;

/**
 * Files that cannot be taken now. Each is a problem until it is taken or gone; the log tells of it
 * once, without its name.
 */
final class Troubles {

  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  private final Problems problems;
  private final Clock clock;
  private final Set<String> sources = new HashSet<>();

  Troubles(Problems problems, Clock clock) {
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * @param source the file's path below the inbox
   * @param why what the system said
   */
  void raise(String source, String why) {
    if (sources.add(source)) {
      LOG.warn("a file cannot be taken now: {}", why);
    }
    problems.raise(Place.FILE, source, why, clock.instant());
  }

  void solved(String source) {
    if (sources.remove(source)) {
      problems.solved(Place.FILE, source);
    }
  }

  /** Forgets those that are no longer there. */
  void keepOnly(Set<String> there) {
    Set<String> gone = new HashSet<>(sources);
    gone.removeAll(there);
    gone.forEach(this::solved);
  }
}
