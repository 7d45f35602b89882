package yomitori.desk.place;

import java.time.Instant;
import yomitori.intake.Page;
import yomitori.record.PageRecord;

/** Reads a page whose place a person has shown; safe to call from many threads. */
@FunctionalInterface
public interface LaidReader {

  /**
   * Reads a page.
   *
   * @param receivedAt when its file was last written
   * @param form the id of the form that it is
   * @throws IllegalArgumentException if no sheet can be read that lies so
   */
  Outcome read(Page page, Instant receivedAt, String form, FourPoints points);

  /**
   * What was read.
   *
   * @param matched how much of the form's printing was found there, 0 to 1; 0 where nothing bears
   *     the four points out
   */
  record Outcome(PageRecord record, double matched) {}
}
