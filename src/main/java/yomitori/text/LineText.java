package yomitori.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.text.TextReading.Candidate;

/**
 * What an engine read of a line.
 *
 * @param glyphs its characters from left to right; none where the engine made nothing of it
 */
record LineText(List<Glyph> glyphs) {

  LineText {
    glyphs = List.copyOf(glyphs);
  }

  /**
   * One character.
   *
   * @param text perhaps more than one code point, perhaps with a space before it
   * @param score how sure the engine is, 0 to 1: not a probability
   */
  record Glyph(String text, double score) {}

  /** Several lines as one. */
  static LineText joined(List<LineText> lines) {
    return new LineText(lines.stream().flatMap(line -> line.glyphs.stream()).toList());
  }

  /** The text as it is kept: normalised, without the signs that specks are read as. */
  String text() {
    return LookAlikes.settled(JapaneseText.withoutStraySigns(normalized()));
  }

  /** The text with the signs at its ends, which belong to a number: .5 and 35~. */
  String signs() {
    return LookAlikes.settled(normalized());
  }

  private String normalized() {
    return JapaneseText.normalize(glyphs.stream().map(Glyph::text).collect(Collectors.joining()));
  }

  /** That of the least sure character: one wrong character makes a text wrong. 0 of none. */
  double score() {
    return glyphs.stream().mapToDouble(Glyph::score).min().orElse(0);
  }

  /** The candidate that this is; none where there is no text. */
  Stream<Candidate> candidate() {
    String text = text();
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(new Candidate(text, score(), characterScores(text)));
  }

  /**
   * The score of each character of the text. Where normalisation made other characters of several
   * glyphs together, nobody knows whose is whose: then all have the least.
   */
  private List<Double> characterScores(String text) {
    List<Double> scores = new ArrayList<>();
    StringBuilder alone = new StringBuilder();
    for (Glyph glyph : glyphs) {
      String normal = JapaneseText.normalize(glyph.text);
      alone.append(normal);
      scores.addAll(Collections.nCopies(count(normal), glyph.score));
    }
    String whole = normalized();
    int stray = whole.indexOf(JapaneseText.withoutStraySigns(whole));
    int length = count(text);
    return alone.toString().equals(whole)
        ? scores.subList(
            count(whole.substring(0, stray)), count(whole.substring(0, stray)) + length)
        : Collections.nCopies(length, score());
  }

  private static int count(String text) {
    return text.codePointCount(0, text.length());
  }
}
