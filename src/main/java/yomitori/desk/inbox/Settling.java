package yomitori.desk.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which files have stopped growing: those whose size and time of writing stayed the same for
 * the whole settle time. An empty file may be one whose bytes are still to come, so it is given
 * longer.
 */
final class Settling {

  /** A scanner over a network may open a file long before it sends the first byte. */
  private static final int EMPTY_TAKES_LONGER = 10;

  private final Duration settle;
  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(Candidate candidate, long sinceNanos) {}

  Settling(Duration settle) {
    this.settle = settle;
  }

  /**
   * The files that have settled.
   *
   * @param found all that lies in the inbox now
   * @param nanos the time, of a clock that is never set back
   */
  List<Candidate> settled(List<Candidate> found, long nanos) {
    List<Candidate> settled = new ArrayList<>();
    Map<String, Seen> now = new HashMap<>();
    for (Candidate candidate : found) {
      Seen before = seen.get(candidate.source());
      Seen kept =
          before != null && before.candidate().equals(candidate)
              ? before
              : new Seen(candidate, nanos);
      now.put(candidate.source(), kept);
      long wanted = settle.toNanos() * (candidate.bytes() == 0 ? EMPTY_TAKES_LONGER : 1);
      if (nanos - kept.sinceNanos() >= wanted) {
        settled.add(candidate);
      }
    }
    seen.clear();
    seen.putAll(now);
    return settled;
  }

  /** Whether a file is there that may settle before long. */
  boolean pending() {
    return !seen.isEmpty();
  }
}
