package yomitori.intake;

/** What became of one page of a file, or of a file that has no pages. */
public sealed interface IntakeOutcome {

  /** The page could be decoded, perhaps with damaged rows. */
  record Decoded(Page page) implements IntakeOutcome {}

  /**
   * The page, or the whole file, could not be decoded.
   *
   * @param source the file, as it is named in the records
   * @param page the page's number from 1, or 0 for the whole file
   * @param reason why
   * @param detail what was found and what is possible, for the log and the message: a limit, a
   *     compression's number
   */
  record Failed(String source, int page, FailureReason reason, String detail)
      implements IntakeOutcome {}
}
