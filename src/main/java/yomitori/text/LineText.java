package yomitori.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    String read = glyphs.stream().map(Glyph::text).collect(Collectors.joining());
    return LookAlikes.settled(JapaneseText.withoutStraySigns(JapaneseText.normalize(read)));
  }

  /** That of the least sure character: one wrong character makes a text wrong. 0 of none. */
  double score() {
    return glyphs.stream().mapToDouble(Glyph::score).min().orElse(0);
  }

  /** The candidate that this is; none where there is no text. */
  Stream<TextReading.Candidate> candidate() {
    String text = text();
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(new TextReading.Candidate(text, Math.min(1, Math.max(0, score()))));
  }
}
