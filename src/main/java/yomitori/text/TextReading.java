package yomitori.text;

import java.util.List;

/**
 * What was read of one written field.
 *
 * @param fieldId the field of the form
 * @param inkShare share of the field's area covered by ink that the blank does not explain, 0 to 1
 * @param candidates what the engines read, the better engine's reading first, then the likeliest
 *     entries of the field's lexicon; empty where nothing is written; one empty text with score 0
 *     where there is writing that no engine could make anything of
 * @param damagedShare share of the field that did not arrive as sent, 0 to 1
 * @param cells of a comb, what each of its cells holds, from left to right; empty where nothing is
 *     written in it, and for other fields
 * @param outsideMm2 writing just outside the field that may be a part of what belongs in it, mm²
 */
public record TextReading(
    String fieldId,
    double inkShare,
    List<Candidate> candidates,
    double damagedShare,
    List<DigitReading> cells,
    double outsideMm2) {

  public TextReading {
    candidates = List.copyOf(candidates);
    cells = List.copyOf(cells);
  }

  /** A reading of a field without cells, and with nothing written around it. */
  public TextReading(
      String fieldId, double inkShare, List<Candidate> candidates, double damagedShare) {
    this(fieldId, inkShare, candidates, damagedShare, List.of(), 0);
  }

  /**
   * One possible text.
   *
   * @param text as the engine gave it, cleaned of spaces inside Japanese and NFKC-normalised
   * @param score the engine's own figure scaled to 0 to 1: not a probability. Of a text that stands
   *     for an entry of the field's lexicon, how likely that entry is
   * @param characterScores the same for each of the text's characters (code points); empty where
   *     the text was not read character by character
   */
  public record Candidate(String text, double score, List<Double> characterScores) {

    /**
     * @throws IllegalArgumentException if there are scores, but not one for each character
     */
    public Candidate {
      characterScores = List.copyOf(characterScores);
      if (!characterScores.isEmpty()
          && characterScores.size() != text.codePointCount(0, text.length())) {
        throw new IllegalArgumentException(
            characterScores.size() + " scores of the characters of " + text);
      }
    }

    /** A text that was not read character by character. */
    public Candidate(String text, double score) {
      this(text, score, List.of());
    }

    Candidate withScore(double other) {
      return new Candidate(text, other, characterScores);
    }
  }

  /** Whether nothing is written in the field. */
  public boolean blank() {
    return candidates.isEmpty();
  }
}
