package yomitori.resolve;

import java.util.Optional;
import java.util.stream.Stream;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.text.TextReading;

/** The name of an institution, where there is a master list. */
final class ListedName {

  /** From this likelihood of a name on, the writing stands for it. */
  private static final double LISTED_FROM = 0.5;

  /** From this likelihood of a name, and this likeness of the writing, it is accepted. */
  private static final double ACCEPTED_FROM = 0.99;

  private static final double LIKE = 0.5;

  /** Where the name was read surely it must be the institution's: 田中医院分院 is not 田中医院. */
  private static final double SAME = 0.95;

  /** From this likeness on, the writing tells whether the legal form was left out. */
  private static final double TELLS_WAY_FROM = 0.25;

  /**
   * Share right by likeness of names that are not accepted though one institution is all but
   * certain: of 63 on tuning faxes. A code may have been written wrongly: never quite sure.
   */
  private static final ScoreCurve DOUBTFUL =
      new ScoreCurve(0, 0.6, 0.15, 0.8, 0.3, 0.9, 0.5, 0.93, 0.9, 0.95);

  private ListedName() {}

  /**
   * Decides.
   *
   * @param sender what the fields say together; it has an institution
   */
  static TextDecision decide(TextReading reading, SenderBelief sender) {
    if (reading.blank()) {
      return TextDecision.blank(reading);
    }
    TextDecision alone = WordsDecision.ofName(reading);
    MasterBelief belief = sender.listed().orElseThrow();
    if (belief.nameProbability() < LISTED_FROM || sender.nameDisagrees()) {
      return alone;
    }
    MasterEntry entry = belief.institutions().get(0).entry();
    double likeness = sender.name().likeness(entry);
    boolean sure =
        belief.nameProbability() >= ACCEPTED_FROM
            && likeness >= (sender.nameReadSurely() ? SAME : LIKE);
    if (!sure && alone.reason().isEmpty() && MasterList.likeness(alone.value(), entry) >= 1) {
      return alone;
    }
    String name =
        likeness < TELLS_WAY_FROM
            ? InstitutionName.ways(entry.name()).get(0)
            : InstitutionName.asWritten(entry.name(), sender.name().likest(entry));
    TextDecision judged =
        sure
            ? TextDecision.judged(
                reading, name, belief.nameProbability(), TextDecision.outside(reading))
            : TextDecision.judged(
                reading,
                name,
                belief.nameProbability() * DOUBTFUL.value(likeness),
                Optional.of(Reason.UNSURE_TEXT));
    return judged.among(
        Stream.concat(
                Stream.of(reading.candidates().get(0).text()),
                belief.institutions().stream().skip(1).map(r -> r.entry().name()))
            .filter(text -> !text.isEmpty()));
  }
}
