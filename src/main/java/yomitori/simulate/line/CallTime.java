package yomitori.simulate.line;

import java.time.LocalDateTime;
import yomitori.simulate.chance.Chance;

/**
 * When a call was made: an office hour of a working day of the survey's last two weeks.
 *
 * @param sent by the sender's clock
 * @param received by the receiver's, which differs by minutes
 */
record CallTime(LocalDateTime sent, LocalDateTime received) {

  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2022, 11, 14, 0, 0);
  private static final int WEEKS = 2;
  private static final int WORKING_DAYS = 5;
  private static final int FIRST_HOUR = 8;
  private static final int HOURS = 12;
  private static final int CLOCKS_DIFFER_MINUTES = 6;

  static CallTime draw(Chance chance) {
    LocalDateTime sent =
        FIRST_DAY
            .plusWeeks(chance.below(WEEKS))
            .plusDays(chance.below(WORKING_DAYS))
            .plusHours(FIRST_HOUR + chance.below(HOURS))
            .plusMinutes(chance.below(60));
    return new CallTime(sent, sent.plusMinutes(chance.below(CLOCKS_DIFFER_MINUTES)));
  }
}
