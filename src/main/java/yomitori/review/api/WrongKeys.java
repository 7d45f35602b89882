package yomitori.review.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts keys that were not good, by where they came from. A good key is taken all the same: a
 * program with an old key must not shut out those beside it, and nobody guesses 256 bits.
 */
final class WrongKeys {

  /** A program that was set up wrongly tries more than once. */
  private static final int FREE = 20;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Addresses that are remembered: a flood from many must not fill the memory. */
  private static final int ADDRESSES = 10_000;

  private final Map<String, Count> byAddress =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ADDRESSES;
        }
      };

  private record Count(Instant begun, int wrong) {}

  /**
   * Notes one.
   *
   * @return seconds to wait where there were too many; else 0
   */
  synchronized long note(String address, Instant now) {
    Count old = byAddress.get(address);
    boolean goesOn = old != null && old.begun().plus(WINDOW).isAfter(now);
    Count count = goesOn ? new Count(old.begun(), old.wrong() + 1) : new Count(now, 1);
    byAddress.put(address, count);
    return count.wrong() <= FREE
        ? 0
        : Math.max(1, Duration.between(now, count.begun().plus(WINDOW)).toSeconds());
  }
}
