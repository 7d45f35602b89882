package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.form.CheckBox;
import yomitori.form.ChoiceField;
import yomitori.form.Form;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/** Puts marks on the checkboxes of a form. All shares are assumptions about everyday forms. */
final class BoxMarking {

  /** How often an unmarked box carries a mark that was taken back. */
  private static final double TAKEN_BACK_SHARE = 0.004;

  /** How often an unmarked box carries the touch of a pen. */
  private static final double HESITATION_SHARE = 0.005;

  /** How often a mark is pressed so lightly that a fax may break it. */
  private static final double LIGHT_SHARE = 0.07;

  /** How often the answer to a choice was first another option, then struck out. */
  private static final double CORRECTION_SHARE = 0.02;

  /** Boxes farther apart, centre to centre, are not run into. */
  private static final double NEAR_MM = 14;

  private final Sheet sheet;
  private final Form form;
  private final Writer writer;
  private final Carelessness carelessness;
  private final Map<String, String> touched = new LinkedHashMap<>();

  BoxMarking(Sheet sheet, Form form, Writer writer, Carelessness carelessness) {
    this.sheet = sheet;
    this.form = form;
    this.writer = writer;
    this.carelessness = carelessness;
  }

  /** Ids of boxes that a neighbour's mark ran into, each with that neighbour's id. */
  Map<String, String> touched() {
    return touched;
  }

  /** The option that is struck out because another was meant, if this respondent did so. */
  Optional<CheckBox> correction(ChoiceField field, Set<String> marked, Chance chance) {
    List<CheckBox> others =
        field.options().stream().filter(option -> !marked.contains(option.id())).toList();
    boolean corrected = carelessness.strikes(CORRECTION_SHARE, chance);
    boolean answered = others.size() < field.options().size();
    return corrected && answered && !others.isEmpty()
        ? Optional.of(chance.pick(others))
        : Optional.empty();
  }

  /**
   * Marks a box, or leaves a stray trace on it, or nothing.
   *
   * @param on whether it is meant to be marked
   * @param corrected whether it was marked first and is struck out
   * @return the tags of what was done
   */
  List<String> mark(CheckBox box, boolean on, boolean corrected, Chance chance) {
    List<String> tags = new ArrayList<>();
    MarkShape shape = on ? writer.nextMark(chance) : corrected ? takenBack(chance) : stray(chance);
    if (shape == null) {
      return tags;
    }
    tags.add(shape.tag());
    tags.add(FilledForm.tag(writer.pen().kind()));
    if (corrected) {
      tags.add("correction");
    }
    boolean light = on && carelessness.strikes(LIGHT_SHARE, chance);
    if (light) {
      tags.add("light");
    }
    Optional<CheckBox> neighbour = neighbour(box);
    if (shape == MarkShape.INTO_NEIGHBOUR && neighbour.isPresent()) {
      tags.add("touches_neighbour");
      touched.put(neighbour.get().id(), box.id());
    }
    Pen pen = light ? writer.pen().lightly(chance) : writer.pen();
    Optional<RectMm> frame = neighbour.map(CheckBox::box);
    for (Stroke stroke : MarkStrokes.of(shape, box, frame, writer, pen.widthMm(), chance)) {
      stroke.draw(sheet, pen, chance);
    }
    return tags;
  }

  private MarkShape takenBack(Chance chance) {
    return chance.happens(0.5) ? MarkShape.STRUCK_OUT : MarkShape.SCRIBBLED_OUT;
  }

  private MarkShape stray(Chance chance) {
    if (carelessness.strikes(TAKEN_BACK_SHARE, chance)) {
      return takenBack(chance);
    }
    return carelessness.strikes(HESITATION_SHARE, chance) ? MarkShape.HESITATION : null;
  }

  /** The nearest other box, those below and to the right before others. */
  private Optional<CheckBox> neighbour(CheckBox box) {
    return form.checkBoxes().stream()
        .filter(other -> !other.id().equals(box.id()))
        .filter(other -> distance(box, other) < NEAR_MM)
        .min(Comparator.comparingDouble(other -> distance(box, other) + behind(box, other)));
  }

  private static double distance(CheckBox a, CheckBox b) {
    return StrictMath.hypot(
        b.box().centre().x() - a.box().centre().x(), b.box().centre().y() - a.box().centre().y());
  }

  private static double behind(CheckBox box, CheckBox other) {
    return other.box().y() < box.box().y() || other.box().x() < box.box().x() ? NEAR_MM : 0;
  }
}
