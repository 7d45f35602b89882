package yomitori.intake;

/** Ends the decoding of a page or file inside this room; becomes an outcome at its door. */
final class UnreadableException extends Exception {

  private final FailureReason reason;

  UnreadableException(FailureReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  FailureReason reason() {
    return reason;
  }

  IntakeOutcome.Failed outcome(String source, int page) {
    return new IntakeOutcome.Failed(source, page, reason, getMessage());
  }
}
