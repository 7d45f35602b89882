package yomitori.tally.desk;

import java.time.Instant;
import java.util.Optional;
import yomitori.tally.input.TallyException;

/** Where making a tally is. */
public sealed interface RunState {

  /** What is done at present. */
  enum Step {
    /** The desk's records are written out. */
    RECORDS,
    /** All answers are read and counted. */
    COUNTING,
    /** The report is drawn and written. */
    REPORT
  }

  /** What made it fail. */
  enum Failure {
    /** A file that people gave cannot be used. */
    GIVEN,
    /** The disk refuses. */
    DISK,
    /**
     * No Japanese typeface is installed, in which charts could be drawn; the detail names files.
     */
    TYPEFACE,
    /** A fault of the program, or something that is missing; the log has more. */
    FAULT
  }

  /** Nothing is made, and nothing failed since the desk was started. */
  record Idle() implements RunState {}

  /**
   * One is being made.
   *
   * @param since when it began
   * @param operator who asked for it
   */
  record Running(Step step, Instant since, String operator) implements RunState {}

  /**
   * The last one failed; what was there before is still there.
   *
   * @param given what is wrong with a file that people gave
   * @param detail what the system or the program said; may be empty
   */
  record Failed(Failure failure, Optional<TallyException> given, String detail, Instant at)
      implements RunState {}
}
