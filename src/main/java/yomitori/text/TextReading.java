package yomitori.text;

import java.util.List;

/**
 * What was read of one written field.
 *
 * @param fieldId the field of the form
 * @param inkShare share of the field's area covered by ink that the blank does not explain, 0 to 1
 * @param candidates what the engines read, best first; empty where nothing is written; one empty
 *     text with score 0 where there is writing that no engine could make anything of
 * @param damagedShare share of the field that did not arrive as sent, 0 to 1
 * @param cells of a comb, what each of its cells holds, from left to right; empty where nothing is
 *     written in it, and for other fields
 */
public record TextReading(
    String fieldId,
    double inkShare,
    List<Candidate> candidates,
    double damagedShare,
    List<DigitReading> cells) {

  public TextReading {
    candidates = List.copyOf(candidates);
    cells = List.copyOf(cells);
  }

  /** A reading of a field without cells. */
  public TextReading(
      String fieldId, double inkShare, List<Candidate> candidates, double damagedShare) {
    this(fieldId, inkShare, candidates, damagedShare, List.of());
  }

  /**
   * One possible text.
   *
   * @param text as the engine gave it, cleaned of spaces inside Japanese and NFKC-normalised
   * @param score the engine's own figure scaled to 0 to 1: not a probability
   */
  public record Candidate(String text, double score) {}

  /** Whether nothing is written in the field. */
  public boolean blank() {
    return candidates.isEmpty();
  }
}
