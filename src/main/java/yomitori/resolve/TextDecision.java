package yomitori.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/**
 * What a written field holds, whatever its kind; each kind has its own way to come by it.
 *
 * @param value the text, empty where nothing is written
 * @param confidence how likely it is right, 0 to 1
 * @param alternatives other values, likeliest first; before them, where a list or a check digit
 *     chose the value, what was read
 * @param reason why it is in doubt; empty where it is accepted
 */
record TextDecision(
    String value, double confidence, List<String> alternatives, Optional<Reason> reason) {

  /** From this confidence on a text is accepted. */
  static final double ACCEPTED_FROM = 0.97;

  /** Above this damaged share what is written cannot be judged. */
  private static final double MOST_DAMAGE = 0.1;

  /**
   * More writing than this around a field, mm², may be a part of what belongs in it. On 400 faxes
   * of a tuning seed it told 12 of 13 texts that were read in part, and kept 5 of 271 persons'
   * names that were whole.
   */
  private static final double MOST_OUTSIDE_MM2 = 0.5;

  /** Confidence that a field is blank: no false text in 1,000 drawn blank fields with dirt. */
  private static final double BLANK = 0.999;

  TextDecision {
    alternatives = List.copyOf(alternatives);
  }

  /** A field in which nothing is written. */
  static TextDecision blank(TextReading reading) {
    return new TextDecision(
        "",
        BLANK * (1 - reading.damagedShare()),
        List.of(),
        damage(reading).or(() -> outside(reading)));
  }

  /**
   * Where no value can be given: the column holds entries of a list only. What was read stays among
   * the alternatives.
   */
  static TextDecision inNoList(TextReading reading) {
    return judged(reading, "", 0, Optional.of(Reason.NOT_IN_LEXICON));
  }

  /** The same with other values to choose from. */
  TextDecision among(Stream<String> others) {
    return new TextDecision(
        value, confidence, others.filter(o -> !o.equals(value)).distinct().toList(), reason);
  }

  /**
   * A value, accepted where nothing speaks against it and it is sure.
   *
   * @param confidence by the writing, before damage of its place takes from it
   * @param doubt what speaks against it
   */
  static TextDecision judged(
      TextReading reading, String value, double confidence, Optional<Reason> doubt) {
    return judged(reading, value, confidence, doubt, ACCEPTED_FROM);
  }

  /**
   * The same for what is accepted from another confidence on.
   *
   * @param acceptedFrom from 0 to 1
   */
  static TextDecision judged(
      TextReading reading,
      String value,
      double confidence,
      Optional<Reason> doubt,
      double acceptedFrom) {
    double sure = confidence * (1 - reading.damagedShare());
    Optional<Reason> reason =
        damage(reading)
            .or(() -> doubt)
            .or(() -> sure < acceptedFrom ? Optional.of(Reason.UNSURE_TEXT) : Optional.empty());
    List<String> alternatives =
        reading.candidates().stream()
            .sorted(Comparator.comparingDouble(Candidate::score).reversed())
            .map(Candidate::text)
            .filter(text -> !text.equals(value))
            .distinct()
            .toList();
    return new TextDecision(value, sure, alternatives, reason);
  }

  /** The doubt that writing around the field raises. */
  static Optional<Reason> outside(TextReading reading) {
    return reading.outsideMm2() > MOST_OUTSIDE_MM2
        ? Optional.of(Reason.WRITING_OUTSIDE)
        : Optional.empty();
  }

  private static Optional<Reason> damage(TextReading reading) {
    return reading.damagedShare() > MOST_DAMAGE ? Optional.of(Reason.DAMAGED) : Optional.empty();
  }
}
