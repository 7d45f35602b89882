package yomitori.simulate.score;

import java.util.Map;
import yomitori.record.PageRecord.Status;

/**
 * One record.
 *
 * @param form the form's id, empty where none was recognised
 * @param status what became of the page
 * @param fields by id
 */
record ReadPage(PageKey key, String form, Status status, Map<String, ReadField> fields) {

  /** Whether values were read from the page. */
  boolean read() {
    return status == Status.ACCEPTED || status == Status.REVIEW;
  }
}
