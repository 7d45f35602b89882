package yomitori.desk.queue;

import java.util.Set;
import yomitori.desk.values.FieldKey;

/**
 * Which doubts two people answer, each without the other's answer, and a third where they differ.
 *
 * @param fields ids of fields of which every doubt is answered twice
 * @param share of all other doubts, 0 to 1; which ones is the same at every look
 */
public record DoubleEntry(Set<String> fields, double share) {

  /** One answer is enough. */
  public static final DoubleEntry NONE = new DoubleEntry(Set.of(), 0);

  /**
   * @throws IllegalArgumentException if the share is none
   */
  public DoubleEntry {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share outside 0..1: " + share);
    }
    fields = Set.copyOf(fields);
  }

  /** Whether two people answer a doubt about a field. */
  public boolean asks(FieldKey key) {
    return fields.contains(key.field()) || Lot.of(key, "double") < share;
  }
}
