package yomitori.tally.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;
import yomitori.tally.answer.Given;

/**
 * What the records say in the fields of a form. What many records say alike is held once: the same
 * boxes are empty with the same confidence in thousands of them.
 */
final class FaxFields {

  /** Confidences are written with four places, so that 1.0000 may be as little as this. */
  private static final double MOST_CONFIDENCE = 0.99995;

  private final Map<String, Field> byId;
  private final Map<Given, Given> shared = new HashMap<>();

  FaxFields(Form form) {
    this.byId = form.fields().stream().collect(Collectors.toMap(Field::id, Function.identity()));
  }

  /** Whether the form has a field. */
  boolean has(String field) {
    return byId.containsKey(field);
  }

  /** A field's id, the same object each time. */
  String id(String field) {
    return byId.get(field).id();
  }

  /**
   * What a line with confidences says of a field.
   *
   * @return null where the field was not read
   */
  Given told(String field, String value, double confidence, String decision, String reason) {
    if (decision.equals(word(Decision.CORRECTED))) {
      return share(field, Given.certain(value));
    }
    if (reason.equals(word(Reason.NOT_READ))) {
      return null;
    }
    return share(
        field,
        decision.equals(word(Decision.REVIEW))
            ? Given.inDoubt(value)
            : Given.read(value, Math.min(confidence, MOST_CONFIDENCE)));
  }

  /**
   * What a table without confidences says of a field: a mark in doubt is seen as such as long as
   * the record waits for a person; later it is what the person left so.
   */
  Given untold(String field, String value, boolean waits) {
    boolean mark = takesMarks(field);
    if (mark && value.equals(FieldValue.IN_DOUBT)) {
      return share(field, waits ? Given.inDoubt(value) : Given.certain(value));
    }
    return share(field, Given.untold(value));
  }

  private boolean takesMarks(String field) {
    Field kind = byId.get(field);
    return kind instanceof CheckboxField || kind instanceof ChoiceField;
  }

  private Given share(String field, Given given) {
    boolean fewValues =
        takesMarks(field)
            || given.isEmpty()
            || (byId.get(field) instanceof TextField text && !text.lexicon().isEmpty());
    return fewValues ? shared.computeIfAbsent(given, Function.identity()) : given;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
