package yomitori.text;

import java.util.List;
import java.util.regex.Pattern;
import yomitori.form.AmountField;
import yomitori.register.RegisteredPage;
import yomitori.text.LinePicture.Part;
import yomitori.text.TextReading.Candidate;

/**
 * Reads amounts twice: piece by piece with the model of single digits, and as a line with the model
 * of lines, which knows 約 and 万 too. Thread-safe.
 */
public final class AmountReader {

  /** What is left of the doubt where the line reads as the digits do. */
  private static final double DOUBT_LEFT_WHERE_AGREED = 0.2;

  /** What is left of the score where it reads as another number, and where as none. */
  private static final double SCORE_LEFT_BY_OTHER = 0.8;

  private static final double SCORE_LEFT_BY_NONE = 0.97;

  /** What is left of the score of a lone lying stroke, which may be 一, a dash or a ruling. */
  private static final double LEFT_BY_STROKE = 0.5;

  /** From this score on a line that is more than a number is believed. */
  private static final double WORDS_FROM = 0.5;

  private static final Candidate UNREAD = new Candidate("", 0);

  /** What is more than one number with 約 before it or a unit after it. */
  private static final Pattern MORE_THAN_A_NUMBER =
      Pattern.compile(".*[千百億十〇一二三四五六七八九壱弐参拾~〜～\\-不明未定無以上下?？].*|.*万[^円].*");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)?");

  private final DigitModel digits;
  private final LineModel lines;

  public AmountReader(DigitModel digits, LineModel lines) {
    this.digits = digits;
    this.lines = lines;
  }

  /** The number, or what else is written. */
  TextReading read(RegisteredPage page, AmountField field) {
    FieldPicture picture = PrintRemoval.writingWithPoints(page, field.area());
    double damaged = page.damagedShare(field.area());
    List<Candidate> candidates = List.of();
    if (picture.written() && !RuledThrough.is(picture)) {
      List<Part> line = TextLines.of(picture, 1);
      LineText words =
          LineText.joined(line.stream().map(l -> lines.read(picture.grey(), l)).toList());
      List<NumberSign> signs = NumberPieces.read(page, field.area(), picture, digits);
      Candidate number = WrittenAmount.of(signs, words.signs(), field.unit());
      candidates = together(number, words, field.unit());
      candidates = candidates.isEmpty() ? List.of(UNREAD) : candidates;
      if (RuledThrough.perhapsOne(picture)) {
        candidates = candidates.stream().map(c -> c.withScore(LEFT_BY_STROKE * c.score())).toList();
      }
    }
    double outside = picture.outsideMm2();
    if (!candidates.isEmpty()) {
      outside = Math.max(outside, BeyondField.mm2(page, field.area()));
    }
    return new TextReading(field.id(), picture.inkShare(), candidates, damaged, List.of(), outside);
  }

  private static List<Candidate> together(Candidate number, LineText line, String unit) {
    String words = LookAlikes.asDigits(line.signs());
    Candidate written = new Candidate(words, SCORE_LEFT_BY_OTHER * line.score());
    if (number.text().isEmpty()) {
      return words.isEmpty() ? List.of() : List.of(written);
    }
    if (bare(words, unit).equals(bare(number.text(), unit))) {
      double doubt = 1 - number.score();
      return List.of(number.withScore(1 - DOUBT_LEFT_WHERE_AGREED * doubt));
    }
    if (words.isEmpty()) {
      return List.of(number.withScore(SCORE_LEFT_BY_NONE * number.score()));
    }
    boolean other = NUMBER.matcher(bare(words, unit)).matches();
    Candidate less =
        number.withScore((other ? SCORE_LEFT_BY_OTHER : SCORE_LEFT_BY_NONE) * number.score());
    boolean wordsFirst =
        written.score() > less.score()
            || (line.score() >= WORDS_FROM && MORE_THAN_A_NUMBER.matcher(words).matches());
    return wordsFirst ? List.of(written, less) : List.of(less, written);
  }

  /** The number alone, where 約 stands before it or the unit after it; other units stay. */
  private static String bare(String text, String unit) {
    String number = text.startsWith("約") ? text.substring(1) : text;
    return number.endsWith(unit) ? number.substring(0, number.length() - unit.length()) : number;
  }
}
