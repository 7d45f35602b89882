package yomitori.review.retention;

import java.util.Optional;
import yomitori.desk.retention.Due;

/**
 * The page of old faxes.
 *
 * @param days the set age; 0 where none is set
 * @param due what may be removed; empty where no age is set
 * @param mostAtOnce removed at one request
 * @param removed how many have just been removed; -1 where that was not asked for
 * @param fault why nothing or not all was removed, in words; may be empty
 */
public record RetentionModel(
    long days, Optional<Due> due, int mostAtOnce, long removed, String fault) {

  /** Megabytes of the files, rounded up. */
  public long megabytes() {
    return due.map(d -> (d.bytes() + (1 << 20) - 1) >> 20).orElse(0L);
  }
}
