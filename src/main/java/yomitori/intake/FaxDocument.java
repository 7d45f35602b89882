package yomitori.intake;

/**
 * An opened file of pages. Pages are decoded when asked for, so a file of 1,000 pages never needs
 * the memory of more than the page at hand. Not thread-safe: one thread at a time.
 */
public interface FaxDocument extends AutoCloseable {

  /** How many pages can be asked for; 1 where the file as a whole failed. */
  int pageCount();

  /**
   * Decodes one page. Never throws for what the file holds: bad bytes end as a {@link
   * IntakeOutcome.Failed}.
   *
   * @param number from 1 to {@link #pageCount()}
   */
  IntakeOutcome page(int number);

  @Override
  void close();
}
