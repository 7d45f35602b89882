package yomitori.resolve;

import java.util.Optional;
import java.util.stream.Stream;
import yomitori.form.CombField;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** Decides rows of boxed digits. */
final class CombDecision {

  private CombDecision() {}

  /** A comb without a check digit: as sure as all its cells together. */
  static TextDecision of(CombField field, TextReading reading) {
    if (reading.blank()) {
      return TextDecision.blank(reading);
    }
    Candidate best = reading.candidates().get(0);
    return TextDecision.judged(reading, best.text(), best.score(), wrongLength(field, reading));
  }

  /**
   * A 保険医療機関コード.
   *
   * @param sender what the fields say together; it has codes
   */
  static TextDecision of(CombField field, TextReading reading, SenderBelief sender) {
    if (reading.blank()) {
      return TextDecision.blank(reading);
    }
    Optional<Reason> wrongLength = wrongLength(field, reading);
    if (wrongLength.isPresent()) {
      return TextDecision.judged(reading, reading.candidates().get(0).text(), 0, wrongLength);
    }
    CodeLattice.Code best = sender.codes().get(0);
    String asRead = reading.candidates().get(0).text();
    return TextDecision.judged(
            reading, best.digits(), best.probability(), CodeDoubt.of(best, asRead, sender))
        .among(
            Stream.concat(
                Stream.of(asRead), sender.codes().stream().map(CodeLattice.Code::digits)));
  }

  private static Optional<Reason> wrongLength(CombField field, TextReading reading) {
    return reading.candidates().get(0).text().length() == field.cells().size()
        ? Optional.empty()
        : Optional.of(Reason.WRONG_LENGTH);
  }
}
