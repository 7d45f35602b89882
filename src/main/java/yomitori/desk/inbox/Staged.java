package yomitori.desk.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DiskWords;

/**
 * Files in {@code taking/} that were not taken to the end, because the desk ended or the disk
 * refused. They are gone on with at the start and then again and again, each time after a pause
 * twice as long.
 */
final class Staged {

  private static final Logger LOG = LoggerFactory.getLogger(Staged.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** Someone who has made room waits for no longer. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final Taking taking;
  private final Troubles troubles;
  private final Map<String, Wait> waits = new HashMap<>();

  /**
   * A file that has to wait.
   *
   * @param pause how long, this time
   * @param untilNanos until when
   */
  private record Wait(Duration pause, long untilNanos) {}

  Staged(Taking taking, Troubles troubles) {
    this.taking = taking;
    this.troubles = troubles;
  }

  /**
   * Goes on with all whose time has come.
   *
   * @param nanos the time, of a clock that is never set back
   * @return the files that are still there, by where they came from
   * @throws IOException if {@code taking/} cannot be listed
   * @throws JdbiException if the ledger refuses
   */
  Set<String> goOn(long nanos) throws IOException {
    List<String> tokens = taking.tokens();
    waits.keySet().retainAll(Set.copyOf(tokens));
    Set<String> left = new HashSet<>();
    for (String token : tokens) {
      Wait wait = waits.get(token);
      String source = token;
      try {
        source = taking.source(token);
        if (wait != null && nanos - wait.untilNanos() < 0) {
          left.add(source);
          continue;
        }
        taking.goOn(token);
        waits.remove(token);
      } catch (IOException e) {
        left.add(source);
        waits.put(token, next(wait, nanos));
        troubles.raise(source, DiskWords.of(e));
      } catch (JdbiException e) {
        throw e; // the ledger's fault is none of the file
      } catch (RuntimeException e) {
        LOG.error("a file under way cannot be gone on with", e);
        left.add(source);
        waits.put(token, next(wait, nanos));
        troubles.raise(source, e.getClass().getSimpleName());
      }
    }
    return left;
  }

  private static Wait next(Wait before, long nanos) {
    Duration pause = before == null ? FIRST_PAUSE : before.pause().multipliedBy(2);
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new Wait(bounded, nanos + bounded.toNanos());
  }
}
