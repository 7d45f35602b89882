package yomitori.tally.report.words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import yomitori.review.web.Texts;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.plan.Question;

/** The report's texts and the way in which it writes figures. */
public final class Words {

  private static final String BUNDLE = "yomitori.tally.report.messages";

  /** In which a day begins and ends for those who answer. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final Texts texts;

  /**
   * @param locale Japanese, or English for any other
   */
  public Words(Locale locale) {
    this.texts = Texts.of(BUNDLE, locale, ZONE);
  }

  /** The language. */
  public Locale locale() {
    return texts.locale();
  }

  /** The text under a key with its places filled. */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /** The text of an enum's value. */
  public String of(Enum<?> value) {
    return texts.text(value.getDeclaringClass().getSimpleName() + "." + value.name());
  }

  /** A whole number with its thousands set apart. */
  public String number(long number) {
    return texts.number(number);
  }

  /** A number with at most two places. */
  public String decimal(double number) {
    String text = String.format(texts.locale(), "%,.2f", number);
    return text.replaceAll("\\.?0+$", "");
  }

  /** A share as per cent with one place. */
  public String percent(double share) {
    return String.format(texts.locale(), "%.1f%%", share * 100);
  }

  /** A day as the language writes it. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(texts.text("day"), texts.locale()).format(day);
  }

  /** The words of an answer; other answers in words have no label on the form. */
  public String answer(Question question, AnswerCount answer) {
    return answer.id().equals(question.other()) ? texts.text("other") : answer.label();
  }
}
