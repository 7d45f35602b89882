package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** What is left of the score where it reads otherwise. */
  private static final double SCORE_LEFT_ON_DISAGREEMENT = 0.8;

  /** From this score on a line that is more than a number is believed. */
  private static final double WORDS_FROM = 0.5;

  private static final double CUT = 0.9;

  private static final Candidate UNREAD = new Candidate("", 0);

  /** Words, ranges and units: what makes an amount more than one number. */
  private static final Pattern MORE_THAN_A_NUMBER =
      Pattern.compile(".*[約万千百十億円~〜～\\-不明未定無以上下程台強弱?？位ぐ].*");

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
      Candidate number = NumberPieces.read(page, field.area(), picture, digits);
      double left = picture.cut() ? CUT : 1;
      candidates =
          together(number, words, field.unit()).stream()
              .map(c -> new Candidate(c.text(), left * c.score()))
              .toList();
      candidates = candidates.isEmpty() ? List.of(UNREAD) : candidates;
    }
    return new TextReading(field.id(), picture.inkShare(), candidates, damaged);
  }

  private static List<Candidate> together(Candidate number, LineText line, String unit) {
    String words = line.text();
    String bare = words.endsWith(unit) ? words.substring(0, words.length() - unit.length()) : words;
    if (bare.equals(number.text())) {
      double doubt = 1 - number.score();
      return List.of(new Candidate(bare, 1 - DOUBT_LEFT_WHERE_AGREED * doubt));
    }
    Candidate less = new Candidate(number.text(), SCORE_LEFT_ON_DISAGREEMENT * number.score());
    List<Candidate> all = new ArrayList<>();
    Candidate written = new Candidate(bare, SCORE_LEFT_ON_DISAGREEMENT * line.score());
    boolean wordsFirst =
        number.text().isEmpty()
            || (line.score() >= WORDS_FROM && MORE_THAN_A_NUMBER.matcher(bare).matches());
    (wordsFirst ? Stream.of(written, less) : Stream.of(less, written))
        .filter(c -> !c.text().isEmpty())
        .forEach(all::add);
    return all;
  }
}
