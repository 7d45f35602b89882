package yomitori.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.text.SenderLine;

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
 * @param evidence what they were decided from; empty where nothing was read or it was not kept
 * @param sender the number in the sending machine's line; empty where there is none, or it was not
 *     looked for
 */
public record PageRecord(
    String recordId,
    String form,
    String formVersion,
    String source,
    int page,
    Instant receivedAt,
    Status status,
    List<FieldValue> values,
    Optional<Evidence> evidence,
    Optional<SenderLine> sender) {

  public PageRecord {
    values = List.copyOf(values);
  }

  /** A record without its evidence and its sender. */
  public PageRecord(
      String recordId,
      String form,
      String formVersion,
      String source,
      int page,
      Instant receivedAt,
      Status status,
      List<FieldValue> values) {
    this(recordId, form, formVersion, source, page, receivedAt, status, values, Optional.empty());
  }

  /** A record of a page whose sender was not looked for. */
  public PageRecord(
      String recordId,
      String form,
      String formVersion,
      String source,
      int page,
      Instant receivedAt,
      Status status,
      List<FieldValue> values,
      Optional<Evidence> evidence) {
    this(
        recordId,
        form,
        formVersion,
        source,
        page,
        receivedAt,
        status,
        values,
        evidence,
        Optional.empty());
  }

  /** This record with other values in place of those of the same fields, and another status. */
  PageRecord with(List<FieldValue> changed, Status other) {
    Map<String, FieldValue> byField =
        changed.stream().collect(Collectors.toMap(FieldValue::fieldId, v -> v));
    List<FieldValue> all = values.stream().map(v -> byField.getOrDefault(v.fieldId(), v)).toList();
    return new PageRecord(
        recordId, form, formVersion, source, page, receivedAt, other, all, evidence, sender);
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
    NOT_A_FORM;

    /** The status of a page that was read. */
    static Status of(List<FieldValue> values) {
      return values.stream().anyMatch(FieldValue::inDoubt) ? REVIEW : ACCEPTED;
    }
  }
}
