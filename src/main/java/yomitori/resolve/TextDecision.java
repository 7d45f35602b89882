package yomitori.resolve;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.TextField;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.Prefecture;
import yomitori.text.Lexicon;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/**
 * What a written field holds.
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

  /** Likewise for an amount, which no check digit and no list guards. */
  private static final double AMOUNT_ACCEPTED_FROM = 0.98;

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

  /**
   * Likewise for a prefecture that is read together with the code: of 844 from 0.8 on, on tuning
   * faxes, all were right by the word alone.
   */
  private static final double PREFECTURE_ACCEPTED_FROM = 0.95;

  /**
   * Shares right by score, of 363 amounts of tuning faxes on fine, standard and harsh lines. What
   * is wrong among the surest lost its decimal point on the way.
   */
  private static final ScoreCurve AMOUNT_CURVE =
      new ScoreCurve(
          0.05, 0.07, 0.4, 0.35, 0.6, 0.45, 0.75, 0.7, 0.85, 0.8, 0.92, 0.87, 0.96, 0.92, 0.983,
          0.95, 0.987, 0.982, 0.999, 0.988);

  /** Likewise of 1,781 free texts of the same faxes. */
  private static final ScoreCurve TEXT_CURVE =
      new ScoreCurve(
          0.2, 0.03, 0.4, 0.15, 0.55, 0.27, 0.65, 0.5, 0.75, 0.62, 0.83, 0.75, 0.88, 0.79, 0.92,
          0.9, 0.95, 0.915, 0.975, 0.945, 0.984, 0.955, 0.9875, 0.98, 0.995, 0.988, 0.9999, 0.992);

  /** Nearer together two phrases are not told apart. */
  private static final double PHRASE_MARGIN = 0.8;

  /** Shares right by the cost of coming from what was read to a listed phrase. */
  private static final ScoreCurve PHRASE_CURVE =
      new ScoreCurve(0, 0.995, 0.05, 0.99, 0.1, 0.96, 0.2, 0.7, 0.3, 0.4, 0.4, 0.1);

  TextDecision {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Free text, or one of a list.
   *
   * @param phrases what people often write in it
   */
  static TextDecision of(TextField field, TextReading reading, List<String> phrases) {
    if (reading.blank()) {
      return blank(reading);
    }
    if (field.institutionName()) {
      return ofName(reading);
    }
    if (field.lexicon().isEmpty()) {
      return PhraseMatch.of(reading.candidates().get(0), phrases)
          .map(match -> phrase(reading, match))
          .orElseGet(() -> read(reading, TEXT_CURVE));
    }
    Lexicon lexicon = new Lexicon(field.lexicon());
    Optional<Candidate> entry =
        reading.candidates().stream()
            .filter(c -> lexicon.entry(c.text()).isPresent())
            .max(Comparator.comparingDouble(Candidate::score));
    if (entry.isPresent()) {
      String value = lexicon.entry(entry.get().text()).orElseThrow();
      return judged(reading, value, entry.get().score(), Optional.empty());
    }
    for (Candidate read : reading.candidates()) {
      Optional<String> near = lexicon.closest(read.text());
      if (near.isPresent()) {
        double confidence = TEXT_CURVE.confidence(read.score());
        return judged(reading, near.get(), confidence, Optional.of(Reason.UNSURE_TEXT));
      }
    }
    return inNoList(reading);
  }

  /** The column holds entries only: what was read stays among the alternatives. */
  private static TextDecision inNoList(TextReading reading) {
    return judged(reading, "", 0, Optional.of(Reason.NOT_IN_LEXICON));
  }

  static TextDecision of(AmountField field, TextReading reading) {
    if (reading.blank()) {
      return blank(reading);
    }
    Candidate best = reading.candidates().get(0);
    double confidence = AMOUNT_CURVE.confidence(best.score());
    Optional<String> number = amount(field, best);
    Optional<Reason> doubt =
        number.isEmpty()
            ? Optional.of(Reason.NOT_AN_AMOUNT)
            : confidence < AMOUNT_ACCEPTED_FROM
                ? Optional.of(Reason.UNSURE_TEXT)
                : outside(reading);
    String value = number.orElse(best.text());
    TextDecision judged = judged(reading, value, confidence, doubt);
    List<String> others =
        reading.candidates().stream()
            .flatMap(c -> amount(field, c).stream())
            .filter(other -> !other.equals(value))
            .distinct()
            .toList();
    return new TextDecision(judged.value, judged.confidence, others, judged.reason);
  }

  /** The plain number that a reading of an amount means; empty where it is none that may be. */
  private static Optional<String> amount(AmountField field, Candidate read) {
    return AmountText.number(read.text(), field.unit())
        .filter(number -> number.compareTo(BigDecimal.valueOf(field.max())) <= 0)
        .map(number -> number.stripTrailingZeros().toPlainString());
  }

  /** A comb without a check digit: as sure as all its cells together. */
  static TextDecision of(CombField field, TextReading reading) {
    if (reading.blank()) {
      return blank(reading);
    }
    Candidate best = reading.candidates().get(0);
    return judged(reading, best.text(), best.score(), wrongLength(field, reading));
  }

  /**
   * A 保険医療機関コード.
   *
   * @param sender what the fields say together; it has codes
   */
  static TextDecision of(CombField field, TextReading reading, SenderBelief sender) {
    if (reading.blank()) {
      return blank(reading);
    }
    Optional<Reason> wrongLength = wrongLength(field, reading);
    if (wrongLength.isPresent()) {
      return judged(reading, reading.candidates().get(0).text(), 0, wrongLength);
    }
    CodeLattice.Code best = sender.codes().get(0);
    String asRead = reading.candidates().get(0).text();
    TextDecision judged =
        judged(reading, best.digits(), best.probability(), CodeDoubt.of(best, asRead, sender));
    List<String> others =
        Stream.concat(Stream.of(asRead), sender.codes().stream().map(CodeLattice.Code::digits))
            .filter(code -> !code.equals(best.digits()))
            .distinct()
            .toList();
    return new TextDecision(judged.value, judged.confidence, others, judged.reason);
  }

  /** The name of an institution by itself: a kind alone, such as 医院, is a name read in part. */
  static TextDecision ofName(TextReading reading) {
    TextDecision read = read(reading, TEXT_CURVE);
    return InstitutionName.namesNobody(read.value)
        ? judged(reading, read.value, read.confidence / 2, Optional.of(Reason.UNSURE_TEXT))
        : read;
  }

  private static Optional<Reason> wrongLength(CombField field, TextReading reading) {
    return reading.candidates().get(0).text().length() == field.cells().size()
        ? Optional.empty()
        : Optional.of(Reason.WRONG_LENGTH);
  }

  /**
   * A prefecture.
   *
   * @param belief what its word says, or word and code together
   * @param wordDisagrees whether its word by itself says another one
   */
  static TextDecision of(
      TextField field, TextReading reading, PrefectureBelief belief, boolean wordDisagrees) {
    if (reading.blank()) {
      return blank(reading);
    }
    int likeliest = belief.likeliest();
    double share = belief.share(likeliest);
    if (share < SenderBelief.KNOWN_PREFECTURE_FROM) {
      return inNoList(reading);
    }
    return judged(
        reading,
        Prefecture.name(likeliest),
        share,
        wordDisagrees ? Optional.of(Reason.PREFECTURE_DISAGREES) : Optional.empty(),
        PREFECTURE_ACCEPTED_FROM);
  }

  /** The phrase, where it is sure or surer than what was read. */
  private static TextDecision phrase(TextReading reading, PhraseMatch match) {
    TextDecision read = read(reading, TEXT_CURVE);
    double confidence = match.margin() < PHRASE_MARGIN ? 0 : PHRASE_CURVE.confidence(match.cost());
    return confidence > read.confidence
        ? judged(reading, match.phrase(), confidence, outside(reading))
        : read;
  }

  private static TextDecision read(TextReading reading, ScoreCurve curve) {
    Candidate best = reading.candidates().get(0);
    return judged(reading, best.text(), curve.confidence(best.score()), outside(reading));
  }

  static TextDecision blank(TextReading reading) {
    return new TextDecision(
        "",
        BLANK * (1 - reading.damagedShare()),
        List.of(),
        damage(reading).or(() -> outside(reading)));
  }

  static TextDecision judged(
      TextReading reading, String value, double confidence, Optional<Reason> doubt) {
    return judged(reading, value, confidence, doubt, ACCEPTED_FROM);
  }

  private static TextDecision judged(
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

  static Optional<Reason> outside(TextReading reading) {
    return reading.outsideMm2() > MOST_OUTSIDE_MM2
        ? Optional.of(Reason.WRITING_OUTSIDE)
        : Optional.empty();
  }

  private static Optional<Reason> damage(TextReading reading) {
    return reading.damagedShare() > MOST_DAMAGE ? Optional.of(Reason.DAMAGED) : Optional.empty();
  }
}
