package yomitori.desk.failure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import yomitori.desk.DeskWords;
import yomitori.intake.FailureMessages;
import yomitori.intake.FailureReason;
import yomitori.intake.IntakeOutcome;

/**
 * Why a fax or one of its pages could not be read.
 *
 * @param code the name of a {@link FailureReason} or of a {@link Cause}
 * @param detail a limit, what the system said; may be empty
 */
public record Failure(String code, String detail) {

  private static final char BETWEEN = ' ';

  /** Causes that lie in the desk, not in the file. */
  public enum Cause {
    /** The program failed on it. */
    FAULT,
    /** The memory does not suffice for it. */
    MEMORY,
    /** The process ended each time that it was read. */
    CRASHED,
    /** The disk or the share could not be read. */
    DISK,
    /** The file vanished while it was taken. */
    VANISHED,
    /** Larger than the settings allow. */
    BEYOND_LIMIT
  }

  public static Failure of(IntakeOutcome.Failed failed) {
    return new Failure(failed.reason().name(), failed.detail());
  }

  public static Failure of(Cause cause, String detail) {
    return new Failure(cause.name(), detail);
  }

  /** As the ledger keeps it. */
  public String stored() {
    return detail.isEmpty() ? code : code + BETWEEN + detail;
  }

  /** What {@link #stored} gave. */
  public static Failure parse(String stored) {
    int end = stored.indexOf(BETWEEN);
    return end < 0
        ? new Failure(stored, "")
        : new Failure(stored.substring(0, end), stored.substring(end + 1));
  }

  /** What happened and what to do, in one line, in Japanese for a Japanese locale, else English. */
  public String said(Locale locale) {
    Optional<FailureReason> reason =
        Arrays.stream(FailureReason.values()).filter(r -> r.name().equals(code)).findAny();
    if (reason.isPresent()) {
      return FailureMessages.of(new IntakeOutcome.Failed("", 0, reason.get(), detail), locale);
    }
    String key = "failure." + code;
    return DeskWords.bundle(Failure.class, locale).containsKey(key)
        ? DeskWords.said(Failure.class, locale, key, detail)
        : stored();
  }
}
