package yomitori.desk.retention;

import java.time.Instant;
import java.util.List;

/**
 * What may be removed.
 *
 * @param until faxes that were taken before that moment
 * @param faxes how many
 * @param bytes of their files
 * @param first the oldest of them
 * @param inDoubt as old, but kept: a value of theirs is still in doubt
 * @param notHandedOver as old, but kept: a record of theirs is not yet in an export as it is now
 */
public record Due(
    Instant until, long faxes, long bytes, List<OldFax> first, long inDoubt, long notHandedOver) {

  public Due {
    first = List.copyOf(first);
  }

  /**
   * An old fax.
   *
   * @param source its path below the inbox
   * @param takenAt when it came
   */
  public record OldFax(long id, String source, Instant takenAt) {}
}
