package yomitori.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.record.PageRecord.Status;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;

/**
 * A record decided anew from the evidence it keeps, without its page. What a person has corrected
 * stays as it is.
 *
 * @param outcome whether it could be
 * @param line the record as it is now; the very line that was given where nothing changed
 * @param changes the fields that are no longer as they were, in the record's order
 */
public record Redecision(Outcome outcome, RecordLine line, List<Change> changes) {

  public Redecision {
    changes = List.copyOf(changes);
  }

  /** Whether a record was decided anew; if not, it is kept as it is. */
  public enum Outcome {
    DECIDED,
    /** The page was not read: it is no form, or could not be registered. */
    NOT_READ,
    /** Its form is not among the forms, or is there in another version. */
    OTHER_FORM,
    /** It does not hold the evidence for the fields that its form has. */
    NO_EVIDENCE
  }

  /** What is different about a field. */
  public enum Kind {
    ACCEPTED_TO_REVIEW,
    REVIEW_TO_ACCEPTED,
    /** Another value, accepted as before, or for a person to look at as before. */
    VALUE,
    /** Only the confidence, the reason or the alternatives. */
    DETAIL
  }

  /** A field that is no longer as it was. */
  public record Change(FieldValue before, FieldValue after) {

    public Kind kind() {
      if (isNotRead(before) && isNotRead(after)) {
        return Kind.DETAIL; // older records have it as to be reviewed
      }
      if (before.decision() != after.decision()) {
        return after.decision() == Decision.REVIEW
            ? Kind.ACCEPTED_TO_REVIEW
            : Kind.REVIEW_TO_ACCEPTED;
      }
      return before.value().equals(after.value()) ? Kind.DETAIL : Kind.VALUE;
    }

    private static boolean isNotRead(FieldValue value) {
      return value.reason().equals(Optional.of(Reason.NOT_READ));
    }
  }

  /**
   * Decides a record anew.
   *
   * @param forms by id
   * @throws BrokenRecordException if its evidence is none
   */
  public static Redecision of(
      RecordLine line, Map<String, Form> forms, PageReader.ResolveStage resolver)
      throws BrokenRecordException {
    PageRecord record = line.record();
    if (record.values().isEmpty()) {
      return kept(Outcome.NOT_READ, line);
    }
    Form form = forms.get(record.form());
    if (form == null || !form.version().equals(record.formVersion())) {
      return kept(Outcome.OTHER_FORM, line);
    }
    Optional<Evidence> evidence = line.evidence(form);
    if (evidence.isEmpty() || !fieldIds(record).equals(fieldIds(form))) {
      return kept(Outcome.NO_EVIDENCE, line);
    }
    Map<String, FieldValue> decided = new HashMap<>();
    resolver.resolve(form, evidence.get()).forEach(value -> decided.put(value.fieldId(), value));
    List<Change> changes = new ArrayList<>();
    for (FieldValue before : record.values()) {
      FieldValue after = decided.get(before.fieldId());
      if (before.decision() != Decision.CORRECTED && !FieldJson.same(before, after)) {
        changes.add(new Change(before, after));
      }
    }
    return new Redecision(Outcome.DECIDED, changed(line, changes), changes);
  }

  private static Redecision kept(Outcome outcome, RecordLine line) {
    return new Redecision(outcome, line, List.of());
  }

  private static RecordLine changed(RecordLine line, List<Change> changes) {
    if (changes.isEmpty()) {
      return line;
    }
    List<FieldValue> values = changes.stream().map(Change::after).toList();
    Status status = Status.of(line.record().with(values, Status.REVIEW).values());
    return line.with(values, status);
  }

  private static List<String> fieldIds(PageRecord record) {
    return record.values().stream().map(FieldValue::fieldId).toList();
  }

  private static List<String> fieldIds(Form form) {
    return form.fields().stream().map(Field::id).toList();
  }
}
