package yomitori.record;

import java.time.Instant;
import java.util.List;
import yomitori.resolve.FieldValue;

/**
 * The structured record of one form page.
 *
 * @param recordId the same for the same page bytes read with the same form, on every machine
 * @param form the form's id, empty where no form was recognised
 * @param formVersion the form's version, empty likewise
 * @param source the file, relative to the folder given
 * @param page from 1
 * @param receivedAt when the file was last written
 * @param status what became of the page
 * @param values one for each field of the form in its order; empty where none was read
 */
public record PageRecord(
    String recordId,
    String form,
    String formVersion,
    String source,
    int page,
    Instant receivedAt,
    Status status,
    List<FieldValue> values) {

  public PageRecord {
    values = List.copyOf(values);
  }

  /** What became of a page. */
  public enum Status {
    /** Nothing in doubt. */
    ACCEPTED,
    /** An operator must look. */
    REVIEW,
    /** The right form, but it could not be registered. */
    UNREADABLE,
    /** A cover sheet, a blank page, another document. */
    NOT_A_FORM
  }
}
