package yomitori.record;

import yomitori.intake.IntakeOutcome;

/**
 * What became of one page, or of a file without pages, in a {@link Batch}.
 *
 * @param <T> what was made of the reading besides its record
 */
public sealed interface PageOutcome<T> {

  /** It has a record, whatever its status. */
  record Read<T>(PageRecord record, T extra) implements PageOutcome<T> {}

  /** It could not be taken in. */
  record NotRead<T>(IntakeOutcome.Failed failed) implements PageOutcome<T> {}

  /**
   * The program failed on it.
   *
   * @param page from 1, or 0 for the whole file
   * @param cause for the log
   */
  record Fault<T>(String source, int page, Throwable cause) implements PageOutcome<T> {}

  /**
   * The run was ended before its turn.
   *
   * @param page from 1, or 0 for the whole file
   */
  record Stopped<T>(String source, int page) implements PageOutcome<T> {}
}
