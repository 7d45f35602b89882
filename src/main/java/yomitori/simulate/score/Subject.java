package yomitori.simulate.score;

import java.util.Locale;
import java.util.Optional;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.resolve.master.Prefecture;
import yomitori.simulate.respondent.Question;

/** What a written field asks for, where goals or a list of institutions have to do with it. */
public enum Subject {
  /** The code of an institution, with its check digit. */
  CODE,
  /** One of the 47 prefectures. */
  PREFECTURE,
  /** The name of an institution. */
  INSTITUTION,
  /** The name of a person. */
  PERSON,
  /** A number on a line. */
  AMOUNT;

  /** What a field asks for; empty for remarks, for other combs and lists, and for boxes. */
  static Optional<Subject> of(Field field) {
    if (field instanceof CombField comb) {
      return comb.check().filter(CombField.MEDICAL_INSTITUTION_CODE::equals).map(rule -> CODE);
    }
    if (field instanceof AmountField) {
      return Optional.of(AMOUNT);
    }
    return field instanceof TextField text ? of(text) : Optional.empty();
  }

  private static Optional<Subject> of(TextField field) {
    if (field.institutionName()) {
      return Optional.of(INSTITUTION);
    }
    return switch (Question.of(field)) {
      case LISTED ->
          field.lexicon().stream().allMatch(word -> Prefecture.code(word).isPresent())
              ? Optional.of(PREFECTURE)
              : Optional.empty();
      case INSTITUTION -> Optional.of(INSTITUTION);
      case PERSON -> Optional.of(PERSON);
      case REMARK -> Optional.empty();
    };
  }

  /** Whether a list of institutions has a say in it. */
  boolean decidedByList() {
    return this == CODE || this == PREFECTURE || this == INSTITUTION;
  }

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
