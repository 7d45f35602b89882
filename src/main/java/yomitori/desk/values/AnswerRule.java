package yomitori.desk.values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yomitori.desk.values.Answer.Refusal;
import yomitori.desk.values.Answer.Refused;
import yomitori.desk.values.Answer.Valid;
import yomitori.form.AmountField;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.resolve.AmountText;
import yomitori.text.JapaneseText;
import yomitori.text.Lexicon;

/** What a person may answer for each kind of field, and how it is written in the records. */
public final class AnswerRule {

  /** Characters; the largest field of a form takes some hundred by hand. */
  public static final int LONGEST = 500;

  /** Larger numbers than any survey asks for would be printed with an exponent elsewhere. */
  private static final int MOST_DIGITS = 15;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private static final List<String> MARKS = List.of("0", "1");

  private AnswerRule() {}

  /**
   * Checks an answer. Empty is an answer, too: nothing is written there; only a checkbox has none.
   *
   * @param typed as it came from the browser
   */
  public static Answer check(Field field, String typed) {
    Answer free = freely(typed);
    return free instanceof Valid valid ? check(field, valid) : free;
  }

  /** What may stand in a field of which nothing is known: a text that is not too long. */
  static Answer freely(String typed) {
    return typed.length() > LONGEST
        ? new Refused(Refusal.TOO_LONG)
        : new Valid(JapaneseText.normalize(CONTROL.matcher(typed).replaceAll(" ")));
  }

  private static Answer check(Field field, Valid free) {
    String text = free.value();
    if (field instanceof CheckboxField) {
      return oneOf(MARKS, text, Refusal.NOT_A_MARK);
    }
    if (text.isEmpty()) {
      return free;
    }
    if (field instanceof ChoiceField choice) {
      List<String> options = choice.options().stream().map(choice::optionId).toList();
      return oneOf(options, text, Refusal.NOT_AN_OPTION);
    }
    if (field instanceof CombField comb) {
      return digits(comb, text);
    }
    if (field instanceof AmountField amount) {
      return amount(amount, text);
    }
    List<String> lexicon = ((TextField) field).lexicon();
    return lexicon.isEmpty() ? free : listed(lexicon, text);
  }

  private static Answer oneOf(List<String> values, String text, Refusal otherwise) {
    return values.contains(text) ? new Valid(text) : new Refused(otherwise);
  }

  private static Answer digits(CombField comb, String text) {
    String digits = text.replaceAll("[ -]", "");
    return digits.matches("[0-9]{" + comb.cells().size() + "}")
        ? new Valid(digits)
        : new Refused(Refusal.NOT_THE_DIGITS);
  }

  /** 3万5千, 1,200 and 約30 are numbers, too. */
  private static Answer amount(AmountField field, String text) {
    Optional<BigDecimal> number =
        AmountText.number(text, field.unit())
            .map(BigDecimal::stripTrailingZeros)
            .filter(n -> n.signum() >= 0 && n.precision() - n.scale() <= MOST_DIGITS);
    return number.isPresent()
        ? new Valid(number.get().toPlainString())
        : new Refused(Refusal.NOT_A_NUMBER);
  }

  /** 東京 stands for 東京都. */
  private static Answer listed(List<String> words, String text) {
    Optional<String> entry =
        words.stream().filter(word -> Lexicon.ways(word).contains(text)).findFirst();
    return entry.isPresent() ? new Valid(entry.get()) : new Refused(Refusal.NOT_IN_LIST);
  }
}
