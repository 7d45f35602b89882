package yomitori.simulate;

import java.util.List;
import yomitori.simulate.hand.Writer;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.line.Placement;
import yomitori.simulate.respondent.Answers;

/**
 * All that is true about a simulated page.
 *
 * @param answers what was meant
 * @param writer whose hand it is
 * @param places what was done at each place that can be answered, and what arrived of it
 * @param plan what happened to the page
 * @param placement where the form's points lie on it
 */
public record PageTruth(
    Answers answers, Writer writer, List<PlaceTruth> places, LinePlan plan, Placement placement) {

  public PageTruth {
    places = List.copyOf(places);
  }
}
