package yomitori.desk.queue;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import yomitori.desk.values.FieldKey;

/** Draws fields by lot, the same ones on every machine and at every look. */
final class Lot {

  private static final double RANGE = 1L << 32;

  private Lot() {}

  /**
   * A number from 0 to below 1, as good as random from field to field.
   *
   * @param purpose draws for different purposes have nothing to do with each other
   */
  static double of(FieldKey key, String purpose) {
    CRC32C sum = new CRC32C();
    sum.update(
        (purpose + '\n' + key.pageId() + '\n' + key.field()).getBytes(StandardCharsets.UTF_8));
    // A checksum is linear: neighbours are spread by a multiplication (Knuth's multiplicative
    // hash).
    return ((sum.getValue() * 2_654_435_761L) & 0xffff_ffffL) / RANGE;
  }
}
