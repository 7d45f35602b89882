package yomitori.intake;

/** A file of which nothing can be taken in. */
record FailedDocument(IntakeOutcome.Failed failure) implements FaxDocument {

  @Override
  public int pageCount() {
    return 1;
  }

  @Override
  public IntakeOutcome page(int number) {
    return failure;
  }

  @Override
  public void close() {}
}
