package yomitori.resolve;

import java.util.Comparator;
import java.util.List;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** What the writing in a name's field says of institutions. */
final class NameEvidence {

  /**
   * How many times likelier a reading with a likeness is of the institution's own name than of any
   * other's. Rough, and meant to be: a name alone never decides, and a code against the name never
   * passes.
   */
  private static final ScoreCurve LOG10_ODDS =
      new ScoreCurve(0, -1, 0.15, -0.5, 0.25, 0.2, 0.4, 1.3, 0.6, 2.3, 0.8, 3, 1, 3.6);

  private final List<String> texts;
  private final double score;

  private NameEvidence(List<String> texts, double score) {
    this.texts = texts;
    this.score = score;
  }

  /** Nothing is known of the name. */
  static NameEvidence none() {
    return new NameEvidence(List.of(), 0);
  }

  /** What was read of it; nothing where no engine could make anything of it. */
  static NameEvidence of(TextReading reading) {
    return new NameEvidence(
        reading.candidates().stream().map(Candidate::text).filter(t -> !t.isBlank()).toList(),
        reading.blank() ? 0 : reading.candidates().get(0).score());
  }

  /** How sure the engines are of the best text, 0 to 1: not a probability. */
  double score() {
    return score;
  }

  /** The texts that were read, best first. */
  List<String> texts() {
    return texts;
  }

  /** How like an institution's name the writing is, 0 to 1; 0 where nothing was read. */
  double likeness(MasterEntry entry) {
    return texts.stream().mapToDouble(t -> MasterList.likeness(t, entry)).max().orElse(0);
  }

  /** Which of the texts is likest an institution's name; empty where nothing was read. */
  String likest(MasterEntry entry) {
    return texts.stream()
        .max(Comparator.comparingDouble(t -> MasterList.likeness(t, entry)))
        .orElse("");
  }

  /** Whether one of the texts is an institution's name, and not only its kind. */
  boolean isNameOf(MasterEntry entry) {
    return texts.stream().anyMatch(text -> InstitutionName.isNamed(text, entry.name()));
  }

  /** The same for a likeness, 0 to 1. */
  double odds(double likeness) {
    return texts.isEmpty() ? 1 : Math.pow(10, LOG10_ODDS.value(likeness));
  }

  /** How much likelier the writing is if it names this institution; 1 where nothing was read. */
  double odds(MasterEntry entry) {
    return odds(likeness(entry));
  }
}
