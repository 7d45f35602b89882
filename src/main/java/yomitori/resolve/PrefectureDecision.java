package yomitori.resolve;

import java.util.Optional;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.Prefecture;
import yomitori.text.TextReading;

/** Decides fields that hold one of the 47 prefectures. */
final class PrefectureDecision {

  /**
   * From this confidence on it is accepted: of 844 from 0.8 on, on tuning faxes, all were right by
   * the word alone.
   */
  private static final double ACCEPTED_FROM = 0.95;

  private PrefectureDecision() {}

  /**
   * Decides.
   *
   * @param belief what its word says, or word and code together
   * @param wordDisagrees whether its word by itself says another one
   */
  static TextDecision of(TextReading reading, PrefectureBelief belief, boolean wordDisagrees) {
    if (reading.blank()) {
      return TextDecision.blank(reading);
    }
    int likeliest = belief.likeliest();
    double share = belief.share(likeliest);
    if (share < SenderBelief.KNOWN_PREFECTURE_FROM) {
      return TextDecision.inNoList(reading);
    }
    return TextDecision.judged(
        reading,
        Prefecture.name(likeliest),
        share,
        wordDisagrees ? Optional.of(Reason.PREFECTURE_DISAGREES) : Optional.empty(),
        ACCEPTED_FROM);
  }
}
