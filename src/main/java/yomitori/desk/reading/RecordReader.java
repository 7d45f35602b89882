package yomitori.desk.reading;

import java.time.Instant;
import yomitori.intake.Page;
import yomitori.record.PageRecord;

/** A page to its record: a pure function, safe to call from many threads. */
@FunctionalInterface
public interface RecordReader {

  /**
   * Reads a page.
   *
   * @param receivedAt when its file was last written
   */
  PageRecord read(Page page, Instant receivedAt);
}
