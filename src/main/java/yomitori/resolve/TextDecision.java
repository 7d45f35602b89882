package yomitori.resolve;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.TextField;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/**
 * What a written field holds.
 *
 * @param value the text, empty where nothing is written
 * @param confidence how likely it is right, 0 to 1
 * @param alternatives other values, likeliest first
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

  /** Confidence that a field is blank: no false text in 1,000 drawn blank fields with dirt. */
  private static final double BLANK = 0.999;

  /** Share of real institution codes that the check digit rule does not hold for: 0 of 96,488. */
  private static final double CODES_WITHOUT_CHECK = 0.0001;

  /**
   * Share of misread codes whose check digit agrees by chance: outside four prefectures either of
   * two tables may fit. Measured: 20.2 % of random codes agree for prefecture 27.
   */
  private static final double AGREES_BY_CHANCE = 0.2;

  /**
   * Shares right by score, of drawn faxes with seeds 1 to 40 in four typefaces at two densities.
   */
  private static final ScoreCurve DIGIT_CURVE =
      new ScoreCurve(0.3, 0.1, 0.7, 0.75, 0.93, 0.95, 0.96, 0.972, 0.99, 0.992, 0.995, 0.996);

  /** Likewise. */
  private static final ScoreCurve TEXT_CURVE =
      new ScoreCurve(
          0.7, 0.1, 0.9, 0.2, 0.95, 0.48, 0.97, 0.7, 0.98, 0.93, 0.985, 0.98, 0.99, 0.99);

  /** Likewise; an entry that is read letter by letter is likelier right than a free text. */
  private static final ScoreCurve LEXICON_CURVE =
      new ScoreCurve(0.5, 0.4, 0.7, 0.7, 0.93, 0.9, 0.96, 0.965, 0.97, 0.995);

  /** Three digits follow, no more and no fewer: any other comma may be a point. */
  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

  private static final Pattern NOT_IN_A_NUMBER = Pattern.compile("\\s+|\\.$");

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}\\.[0-9]{1,3}");

  TextDecision {
    alternatives = List.copyOf(alternatives);
  }

  static TextDecision of(TextField field, TextReading reading) {
    if (reading.blank()) {
      return blank(reading);
    }
    if (field.lexicon().isEmpty()) {
      return read(reading, TEXT_CURVE);
    }
    Lexicon lexicon = new Lexicon(field.lexicon());
    Candidate best = reading.candidates().get(0);
    Optional<String> entry = lexicon.entry(best.text());
    if (entry.isPresent()) {
      return judged(reading, entry.get(), LEXICON_CURVE.confidence(best.score()), Optional.empty());
    }
    double confidence = TEXT_CURVE.confidence(best.score());
    Optional<String> near =
        reading.candidates().stream()
            .flatMap(c -> lexicon.entry(c.text()).or(() -> lexicon.closest(c.text())).stream())
            .findFirst();
    // The column holds entries only: what was read stays among the alternatives.
    return near.isPresent()
        ? judged(reading, near.get(), confidence, Optional.of(Reason.UNSURE_TEXT))
        : judged(reading, "", confidence, Optional.of(Reason.NOT_IN_LEXICON));
  }

  static TextDecision of(AmountField field, TextReading reading) {
    if (reading.blank()) {
      return blank(reading);
    }
    Candidate best = reading.candidates().get(0);
    double confidence = DIGIT_CURVE.confidence(best.score());
    String number = number(best.text());
    if (WHOLE.matcher(number).matches() && Long.parseLong(number) <= field.max()) {
      Optional<Reason> doubt =
          confidence < AMOUNT_ACCEPTED_FROM ? Optional.of(Reason.UNSURE_TEXT) : Optional.empty();
      return judged(reading, String.valueOf(Long.parseLong(number)), confidence, doubt);
    }
    if (DECIMAL.matcher(number).matches()
        && new BigDecimal(number).compareTo(BigDecimal.valueOf(field.max())) <= 0) {
      // A speck between two digits reads as a point too.
      return judged(
          reading,
          new BigDecimal(number).stripTrailingZeros().toPlainString(),
          confidence,
          Optional.of(Reason.UNSURE_TEXT));
    }
    return judged(reading, best.text(), confidence, Optional.of(Reason.NOT_AN_AMOUNT));
  }

  /**
   * The number without spaces, the commas between its thousands and a point at its end. What else
   * is no digit stays: left out, it would change the number by a power of ten.
   */
  private static String number(String text) {
    String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return THOUSANDS.matcher(NOT_IN_A_NUMBER.matcher(nfkc.strip()).replaceAll("")).replaceAll("");
  }

  /**
   * @param prefecture the code of the accepted prefecture, for the check digit; empty where none is
   */
  static TextDecision of(CombField field, TextReading reading, OptionalInt prefecture) {
    if (reading.blank()) {
      return blank(reading);
    }
    Candidate best = reading.candidates().get(0);
    double confidence = DIGIT_CURVE.confidence(best.score());
    int length = field.cells().size();
    if (best.text().length() != length) {
      Optional<String> whole =
          reading.candidates().stream()
              .map(Candidate::text)
              .filter(text -> text.length() == length)
              .findFirst();
      return whole.isPresent()
          ? judged(reading, whole.get(), confidence, Optional.of(Reason.UNSURE_TEXT))
          : judged(reading, best.text(), confidence, Optional.of(Reason.WRONG_LENGTH));
    }
    boolean checked =
        prefecture.isPresent()
            && field.check().filter(CombField.MEDICAL_INSTITUTION_CODE::equals).isPresent();
    if (!checked) {
      return judged(reading, best.text(), confidence, Optional.empty());
    }
    boolean agrees = MedicalInstitutionCode.agrees(prefecture.getAsInt(), best.text());
    return judged(
        reading,
        best.text(),
        withCheck(confidence, agrees),
        agrees ? Optional.empty() : Optional.of(Reason.CHECK_DIGIT));
  }

  /**
   * Bayes' rule: a code that is read right agrees but for {@link #CODES_WITHOUT_CHECK}, one that is
   * misread agrees by {@link #AGREES_BY_CHANCE}.
   */
  private static double withCheck(double confidence, boolean agrees) {
    double right = confidence * (agrees ? 1 - CODES_WITHOUT_CHECK : CODES_WITHOUT_CHECK);
    double wrong = (1 - confidence) * (agrees ? AGREES_BY_CHANCE : 1 - AGREES_BY_CHANCE);
    return right / (right + wrong);
  }

  private static TextDecision read(TextReading reading, ScoreCurve curve) {
    Candidate best = reading.candidates().get(0);
    return judged(reading, best.text(), curve.confidence(best.score()), Optional.empty());
  }

  private static TextDecision blank(TextReading reading) {
    return new TextDecision("", BLANK * (1 - reading.damagedShare()), List.of(), damage(reading));
  }

  private static TextDecision judged(
      TextReading reading, String value, double confidence, Optional<Reason> doubt) {
    double sure = confidence * (1 - reading.damagedShare());
    Optional<Reason> reason =
        damage(reading)
            .or(() -> doubt)
            .or(() -> sure < ACCEPTED_FROM ? Optional.of(Reason.UNSURE_TEXT) : Optional.empty());
    List<String> alternatives =
        reading.candidates().stream()
            .map(Candidate::text)
            .filter(text -> !text.equals(value))
            .distinct()
            .toList();
    return new TextDecision(value, sure, alternatives, reason);
  }

  private static Optional<Reason> damage(TextReading reading) {
    return reading.damagedShare() > MOST_DAMAGE ? Optional.of(Reason.DAMAGED) : Optional.empty();
  }
}
