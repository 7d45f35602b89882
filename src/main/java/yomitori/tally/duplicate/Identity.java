package yomitori.tally.duplicate;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import yomitori.resolve.MedicalInstitutionCode;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.Prefecture;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.plan.InstitutionFields;

/**
 * Who answered, as far as the answer tells.
 *
 * @param prefecture its name; empty where not told
 * @param code seven digits; empty where not told
 * @param name in the one way in which names are compared; empty where not told, or where it names
 *     nobody
 * @param doubtful whether any of these waits for a person
 * @param codeInDoubt whether the code does; then none is told, yet one is written
 */
record Identity(
    String prefecture, String code, String name, boolean doubtful, boolean codeInDoubt) {

  /** Seven digits that are not all the same: those stand for "none". */
  private static final Pattern CODE = Pattern.compile("(?!(.)\\1{6})[0-9]{7}");

  /**
   * What an answer tells of itself.
   *
   * @param doubts whether what is in doubt is taken too
   */
  static Identity of(Answer answer, InstitutionFields fields, boolean doubts) {
    Given prefecture = answer.given(fields.prefecture());
    Given code = answer.given(fields.code());
    Given name = answer.given(fields.name());
    String written = InstitutionName.comparable(taken(name, doubts));
    String digits = taken(code, doubts);
    return new Identity(
        Prefecture.code(taken(prefecture, doubts)).isPresent() ? prefecture.value() : "",
        CODE.matcher(digits).matches() ? digits : "",
        InstitutionName.namesNobody(written) ? "" : written,
        prefecture.isInDoubt() || code.isInDoubt() || name.isInDoubt(),
        code.isInDoubt());
  }

  private static String taken(Given given, boolean doubts) {
    return given.isInDoubt() && !doubts ? "" : given.value();
  }

  boolean hasPrefecture() {
    return !prefecture.isEmpty();
  }

  boolean hasCode() {
    return !code.isEmpty();
  }

  boolean hasName() {
    return !name.isEmpty();
  }

  /** Whether the check digit of the code agrees; a code without prefecture cannot be checked. */
  boolean codeMayBeRight() {
    OptionalInt number = Prefecture.code(prefecture);
    return number.isEmpty() || MedicalInstitutionCode.agrees(number.getAsInt(), code);
  }
}
