package yomitori.resolve;

import java.util.Optional;
import java.util.function.Predicate;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.resolve.master.Prefecture;

/**
 * The fields in which a form asks who sends it. Of several that ask for the same only the first
 * speaks for the sender: another prefecture on the form may be that of anything else.
 *
 * @param code the comb of its 保険医療機関コード
 * @param prefecture the text whose every entry is a prefecture
 * @param name the text with its name
 */
public record SenderFields(
    Optional<CombField> code, Optional<TextField> prefecture, Optional<TextField> name) {

  /** Those of a form. */
  public static SenderFields of(Form form) {
    return new SenderFields(
        first(form, CombField.class, SenderFields::hasCheck),
        first(form, TextField.class, SenderFields::isPrefecture),
        first(form, TextField.class, TextField::institutionName));
  }

  /** Whether a field holds a prefecture, the sender's or another. */
  static boolean isPrefecture(TextField text) {
    return !text.lexicon().isEmpty()
        && text.lexicon().stream().allMatch(entry -> Prefecture.code(entry).isPresent());
  }

  private static boolean hasCheck(CombField comb) {
    return comb.check().equals(Optional.of(CombField.MEDICAL_INSTITUTION_CODE));
  }

  private static <F extends Field> Optional<F> first(
      Form form, Class<F> kind, Predicate<F> asksForIt) {
    return form.fields().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(asksForIt)
        .findFirst();
  }

  boolean isCode(Field field) {
    return is(code, field);
  }

  boolean isPrefectureOfSender(Field field) {
    return is(prefecture, field);
  }

  boolean isName(Field field) {
    return is(name, field);
  }

  private static boolean is(Optional<? extends Field> asked, Field field) {
    return asked.filter(f -> f.id().equals(field.id())).isPresent();
  }
}
