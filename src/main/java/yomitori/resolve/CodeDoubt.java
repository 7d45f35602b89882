package yomitori.resolve;

import java.util.Optional;
import yomitori.resolve.FieldValue.Reason;

/** Why an institution's code is not accepted. */
final class CodeDoubt {

  /** From this confidence on a code is accepted. */
  private static final double ACCEPTED_FROM = 0.995;

  private CodeDoubt() {}

  /**
   * What speaks against a code; empty where nothing does.
   *
   * @param best the likeliest one
   * @param asRead the likeliest digit of each cell
   * @param sender what the fields say together
   */
  static Optional<Reason> of(CodeLattice.Code best, String asRead, SenderBelief sender) {
    if (!sender.agrees(best)) {
      return Optional.of(Reason.CHECK_DIGIT);
    }
    if (best.probability() < ACCEPTED_FROM) {
      return Optional.of(Reason.UNSURE_TEXT);
    }
    if (sender.nameDisagrees()) {
      return Optional.of(Reason.NAME_DISAGREES);
    }
    if (!best.digits().equals(asRead) && !confirmed(sender)) {
      return Optional.of(Reason.CODE_MENDED);
    }
    return alone(sender) ? Optional.of(Reason.CODE_ALONE) : Optional.empty();
  }

  /**
   * Whether other fields bear out a code of which a cell says another digit: the prefecture, and
   * the name where the list could know it.
   */
  private static boolean confirmed(SenderBelief sender) {
    boolean nameKnown =
        sender.covered() || sender.listed().filter(MasterBelief::isDecided).isPresent();
    return sender.prefectureConfirms() && (!nameKnown || sender.nameConfirms());
  }

  /**
   * Seven digits are one institution's only together with a prefecture. Where nobody asked to read
   * one, they are all that is wanted.
   */
  private static boolean alone(SenderBelief sender) {
    return sender.word().isPresent()
        && !sender.prefectureRead()
        && !sender.nameConfirms()
        && !onlyOne(sender);
  }

  /** Whether the list has one institution with these digits, and no name was read against it. */
  private static boolean onlyOne(SenderBelief sender) {
    boolean otherName = sender.nameReadSurely() && !sender.nameConfirms();
    return !otherName
        && sender.institution().filter(i -> i.probability() >= ACCEPTED_FROM).isPresent();
  }
}
