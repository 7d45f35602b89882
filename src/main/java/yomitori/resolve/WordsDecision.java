package yomitori.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yomitori.form.TextField;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.InstitutionName;
import yomitori.text.Lexicon;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** Decides fields of words by themselves: free text, names, and one of a list. */
final class WordsDecision {

  /**
   * Shares right by score, of 1,781 free texts of tuning faxes on fine, standard and harsh lines.
   */
  private static final ScoreCurve CURVE =
      new ScoreCurve(
          0.2, 0.03, 0.4, 0.15, 0.55, 0.27, 0.65, 0.5, 0.75, 0.62, 0.83, 0.75, 0.88, 0.79, 0.92,
          0.9, 0.95, 0.915, 0.975, 0.945, 0.984, 0.955, 0.9875, 0.98, 0.995, 0.988, 0.9999, 0.992);

  /** Nearer together two phrases are not told apart. */
  private static final double PHRASE_MARGIN = 0.8;

  /** Shares right by the cost of coming from what was read to a listed phrase. */
  private static final ScoreCurve PHRASE_CURVE =
      new ScoreCurve(0, 0.995, 0.05, 0.99, 0.1, 0.96, 0.2, 0.7, 0.3, 0.4, 0.4, 0.1);

  private WordsDecision() {}

  /**
   * Free text, or one of a list.
   *
   * @param phrases what people often write in it
   */
  static TextDecision of(TextField field, TextReading reading, List<String> phrases) {
    if (reading.blank()) {
      return TextDecision.blank(reading);
    }
    if (field.institutionName()) {
      return ofName(reading);
    }
    if (field.lexicon().isEmpty()) {
      return PhraseMatch.of(reading.candidates().get(0), phrases)
          .map(match -> phrase(reading, match))
          .orElseGet(() -> read(reading));
    }
    Lexicon lexicon = new Lexicon(field.lexicon());
    Optional<Candidate> entry =
        reading.candidates().stream()
            .filter(c -> lexicon.entry(c.text()).isPresent())
            .max(Comparator.comparingDouble(Candidate::score));
    if (entry.isPresent()) {
      String value = lexicon.entry(entry.get().text()).orElseThrow();
      return TextDecision.judged(reading, value, entry.get().score(), Optional.empty());
    }
    for (Candidate read : reading.candidates()) {
      Optional<String> near = lexicon.closest(read.text());
      if (near.isPresent()) {
        double confidence = CURVE.confidence(read.score());
        return TextDecision.judged(
            reading, near.get(), confidence, Optional.of(Reason.UNSURE_TEXT));
      }
    }
    return TextDecision.inNoList(reading);
  }

  /** The name of an institution by itself: a kind alone, such as 医院, is a name read in part. */
  static TextDecision ofName(TextReading reading) {
    TextDecision read = read(reading);
    return InstitutionName.namesNobody(read.value())
        ? TextDecision.judged(
            reading, read.value(), read.confidence() / 2, Optional.of(Reason.UNSURE_TEXT))
        : read;
  }

  /** The phrase, where it is sure or surer than what was read. */
  private static TextDecision phrase(TextReading reading, PhraseMatch match) {
    TextDecision read = read(reading);
    double confidence = match.margin() < PHRASE_MARGIN ? 0 : PHRASE_CURVE.confidence(match.cost());
    return confidence > read.confidence()
        ? TextDecision.judged(reading, match.phrase(), confidence, TextDecision.outside(reading))
        : read;
  }

  private static TextDecision read(TextReading reading) {
    Candidate best = reading.candidates().get(0);
    return TextDecision.judged(
        reading, best.text(), CURVE.confidence(best.score()), TextDecision.outside(reading));
  }
}
