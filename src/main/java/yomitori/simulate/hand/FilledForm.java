package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.AmountField;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.respondent.Answers;

/** Puts a respondent's answers on a printed form by hand. */
public final class FilledForm {

  /** How often an unmarked box carries a mark that was taken back. An assumption. */
  private static final double TAKEN_BACK_SHARE = 0.004;

  /** How often an unmarked box carries the touch of a pen. An assumption. */
  private static final double HESITATION_SHARE = 0.004;

  /** How often a mark is pressed so lightly that a fax may break it. An assumption. */
  private static final double LIGHT_SHARE = 0.05;

  private FilledForm() {}

  /**
   * A trace that was left on or about a checkbox.
   *
   * @param box the checkbox's id
   * @param shape what was drawn
   * @param light whether it was pressed lightly
   */
  public record Mark(String box, MarkShape shape, boolean light) {}

  /**
   * Writes and marks.
   *
   * @param answers what the respondent means
   * @param careful leaves out marks taken back, hesitations and light marks
   * @return the marks, in the form's order
   */
  public static List<Mark> fill(
      Sheet sheet, Form form, Answers answers, Writer writer, boolean careful, Chance chance) {
    List<Mark> marks = new ArrayList<>();
    for (Field field : form.fields()) {
      Chance own = chance.stream(field.id());
      String value = answers.values().getOrDefault(field.id(), "");
      Lettering lettering = new Lettering(sheet, writer, own);
      if (field instanceof CheckboxField f) {
        mark(sheet, f.checkBox(), answers.marked().contains(f.id()), writer, careful, own, marks);
      } else if (field instanceof ChoiceField f) {
        for (CheckBox option : f.options()) {
          boolean on = answers.marked().contains(option.id());
          mark(sheet, option, on, writer, careful, own.stream(option.id()), marks);
        }
      } else if (!value.isEmpty()) {
        write(field, value, lettering);
      }
    }
    return marks;
  }

  private static void write(Field field, String value, Lettering lettering) {
    if (field instanceof CombField f) {
      for (int i = 0; i < Math.min(value.length(), f.cells().size()); i++) {
        lettering.digit(value.charAt(i), f.cells().get(i));
      }
    } else if (field instanceof AmountField f) {
      lettering.number(value, f.area());
    } else if (field instanceof TextField f) {
      lettering.text(value, f.area(), f.lines());
    }
  }

  private static void mark(
      Sheet sheet,
      CheckBox box,
      boolean on,
      Writer writer,
      boolean careful,
      Chance chance,
      List<Mark> marks) {
    MarkShape shape = on ? writer.nextMark(chance) : careful ? null : stray(chance);
    if (shape == null) {
      return;
    }
    boolean light = on && !careful && chance.happens(LIGHT_SHARE);
    Pen pen = light ? writer.pen().lighter(chance.between(0.5, 0.75)) : writer.pen();
    for (Stroke stroke : MarkStrokes.of(shape, box, pen.widthMm(), chance)) {
      stroke.draw(sheet, pen, chance);
    }
    marks.add(new Mark(box.id(), shape, light));
  }

  /** What an unmarked box carries: mostly nothing. */
  private static MarkShape stray(Chance chance) {
    double u = chance.unit();
    if (u < TAKEN_BACK_SHARE) {
      return u < TAKEN_BACK_SHARE / 2 ? MarkShape.STRUCK_OUT : MarkShape.SCRIBBLED_OUT;
    }
    return u < TAKEN_BACK_SHARE + HESITATION_SHARE ? MarkShape.HESITATION : null;
  }
}
