package yomitori.desk.sender;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import yomitori.form.Form;
import yomitori.form.PrintItem;
import yomitori.record.PageRecord;
import yomitori.text.FaxNumber;
import yomitori.text.JapaneseText;
import yomitori.text.SenderLine;

/**
 * Decides whether the number in a page's header line is its sender's. One that is not surely read
 * tells nobody: the page would go into the profile of another. Immutable.
 */
public final class HeaderNumbers {

  /**
   * The least score of the least sure digit; measured by {@code SenderLineSurvey}, see
   * docs/desk.md.
   */
  private static final double SURE = 0.95;

  /**
   * A number that differs from a printed one in no more digits is that one, misread: who was
   * called.
   */
  private static final int MISREAD_DIGITS = 2;

  private final Set<String> printed;

  /**
   * @param forms what is printed on them is the number that answers are sent to
   */
  public HeaderNumbers(Collection<Form> forms) {
    this.printed =
        forms.stream()
            .flatMap(form -> form.print().stream())
            .filter(PrintItem.Text.class::isInstance)
            .map(item -> JapaneseText.normalize(((PrintItem.Text) item).text()))
            .flatMap(text -> FaxNumber.in(text).stream())
            .map(FaxNumber::digits)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The sender's number, digits only; empty where it is not sure. */
  String of(PageRecord record) {
    return record
        .sender()
        .filter(line -> line.score() >= SURE)
        .map(SenderLine::number)
        .filter(number -> printed.stream().noneMatch(called -> alike(called, number)))
        .orElse("");
  }

  private static boolean alike(String a, String b) {
    return a.length() == b.length()
        && IntStream.range(0, a.length()).filter(i -> a.charAt(i) != b.charAt(i)).count()
            <= MISREAD_DIGITS;
  }
}
