package yomitori.desk.values;

import java.nio.charset.StandardCharsets;
import yomitori.record.BrokenRecordException;
import yomitori.record.RecordLine;

/** What was read of a page, as the ledger keeps it: a line of records.jsonl. */
public final class StoredLine {

  private StoredLine() {}

  /**
   * The record of a line.
   *
   * @throws IllegalStateException if the ledger holds what no reading wrote
   */
  public static RecordLine parse(String line) {
    try {
      return RecordLine.parse(line.getBytes(StandardCharsets.UTF_8));
    } catch (BrokenRecordException e) {
      throw new IllegalStateException("the ledger holds what no reading wrote", e);
    }
  }
}
