package yomitori.desk.sheet;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;
import yomitori.desk.sheet.Judgement.Shown;
import yomitori.desk.values.Answer;
import yomitori.desk.values.AnswerRule;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.Kind;
import yomitori.desk.values.Values;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;

/** Turns what an operator said of a sheet into values, crop by crop, within one transaction. */
final class Settling {

  private final Handle handle;
  private final Instant at;
  private final Actor who;
  private final Selection selection;
  private final Optional<Field> field;
  private final Judgement judgement;
  private final String step = Values.newStep();
  private int right;
  private int toLook;
  private int leftOut;

  Settling(
      Handle handle,
      Instant at,
      Actor who,
      Selection selection,
      Optional<Field> field,
      Judgement judgement) {
    this.handle = handle;
    this.at = at;
    this.who = who;
    this.selection = selection;
    this.field = field;
    this.judgement = judgement;
  }

  void leaveOut() {
    leftOut++;
  }

  void settle(Shown shown) {
    FieldKey key = new FieldKey(shown.page(), selection.field());
    Values.lock(handle, shown.page());
    Optional<FieldState> state = Values.state(handle, key);
    if (state.isEmpty()
        || state.get().decision() != selection.decision()
        || Values.version(handle, key) != shown.version()) {
      leaveOut();
      return;
    }
    Optional<String> answer = answer(key, judgement.picked().contains(shown.page()));
    if (answer.isPresent()) {
      right++;
      FieldState after = FieldState.corrected(answer.get());
      Values.decide(handle, at, who, Kind.SHEET, step, key, answer.get(), after);
    } else {
      toLook++;
      if (selection.decision() == Decision.ACCEPTED) {
        FieldState after = state.get().doubted();
        Values.decide(handle, at, who, Kind.SHEET, step, key, FieldValue.IN_DOUBT, after);
      }
    }
  }

  Settled settled() {
    return new Settled(right, toLook, leftOut);
  }

  /** What the field holds from now on; empty where somebody is to look at it. */
  private Optional<String> answer(FieldKey key, boolean picked) {
    String read = read(key);
    if (!picked) {
      return mayHold(read);
    }
    boolean twoAnswers = field.filter(CheckboxField.class::isInstance).isPresent();
    return judgement.opposite() && twoAnswers
        ? Optional.of(read.equals("1") ? "0" : "1")
        : Optional.empty();
  }

  private String read(FieldKey key) {
    return handle
        .createQuery(
            "SELECT "
                + Candidates.READING
                + " FROM field_value v WHERE v.page_id = :page AND v.field = :field")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .mapTo(String.class)
        .one();
  }

  /** What was read may be nothing that the field can hold: too few digits, a word of no list. */
  private Optional<String> mayHold(String read) {
    if (field.isEmpty()) {
      return Optional.of(read);
    }
    return AnswerRule.check(field.get(), read) instanceof Answer.Valid valid
        ? Optional.of(valid.value())
        : Optional.empty();
  }
}
