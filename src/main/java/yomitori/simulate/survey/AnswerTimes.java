package yomitori.simulate.survey;

import java.time.Duration;
import java.time.Instant;
import yomitori.simulate.chance.Chance;

/** When answers come: most in the first days, in working hours, until 14 December 2022. */
final class AnswerTimes {

  /** 15 November 2022, 8 o'clock in Tokyo. */
  private static final Instant BEGIN = Instant.parse("2022-11-14T23:00:00Z");

  private static final int LAST_DAY = 29;
  private static final double TYPICAL_DAYS = 7;
  private static final int WORKING_SECONDS = 12 * 3600;

  /** First answers of those that answer again come before this day. */
  private static final int LAST_DAY_OF_FIRST = 17;

  private static final int LONGEST_GAP_HOURS = 120;

  private AnswerTimes() {}

  static Instant any(Chance chance) {
    return until(LAST_DAY, chance);
  }

  /** Of an institution that answers again. */
  static Instant first(Chance chance) {
    return until(LAST_DAY_OF_FIRST, chance);
  }

  /** Of an answer after another: an hour to five days later. */
  static Instant after(Instant earlier, Chance chance) {
    return earlier
        .plus(Duration.ofHours(1 + chance.below(LONGEST_GAP_HOURS)))
        .plusSeconds(chance.below(60));
  }

  private static Instant until(int lastDay, Chance chance) {
    double days = -TYPICAL_DAYS * StrictMath.log(1 - chance.unit());
    return BEGIN
        .plus(Duration.ofDays((long) Math.min(lastDay, days)))
        .plusSeconds(chance.below(WORKING_SECONDS));
  }
}
