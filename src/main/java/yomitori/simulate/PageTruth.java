package yomitori.simulate;

import java.util.List;
import yomitori.simulate.hand.FilledForm.Mark;
import yomitori.simulate.hand.Writer;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.line.Placement;
import yomitori.simulate.respondent.Answers;

/**
 * All that is true about a simulated page.
 *
 * @param answers what was meant
 * @param writer whose hand it is
 * @param marks what was drawn on or about checkboxes
 * @param plan what happened to the page
 * @param placement where the form's points lie on it
 */
public record PageTruth(
    Answers answers, Writer writer, List<Mark> marks, LinePlan plan, Placement placement) {

  public PageTruth {
    marks = List.copyOf(marks);
  }
}
