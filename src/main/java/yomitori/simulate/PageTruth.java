package yomitori.simulate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yomitori.simulate.hand.FilledForm.Mark;
import yomitori.simulate.hand.Writer;
import yomitori.simulate.line.LinePlan;
import yomitori.simulate.line.Placement;

/**
 * All that is true about a simulated page.
 *
 * @param answers what was meant, by field id in the form's order, as records show it
 * @param writer whose hand it is
 * @param marks what was drawn on or about checkboxes
 * @param plan what happened to the page
 * @param placement where the form's points lie on it
 */
public record PageTruth(
    Map<String, String> answers,
    Writer writer,
    List<Mark> marks,
    LinePlan plan,
    Placement placement) {

  public PageTruth {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    marks = List.copyOf(marks);
  }
}
