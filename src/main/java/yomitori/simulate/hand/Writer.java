package yomitori.simulate.hand;

import java.util.List;
import yomitori.simulate.chance.Chance;

/**
 * One person's hand: the pen and the habits that stay the same over a whole form.
 *
 * @param pen the pen
 * @param script how letters look
 * @param size height of letters against what the line has room for
 * @param slant shear of letters: 0 upright, positive to the right
 * @param jitter how much letters differ among each other, 0 for print
 * @param habit how this person marks a box
 * @param care from 0 (hasty) to 1 (marks always as intended)
 */
public record Writer(
    Pen pen,
    Script script,
    double size,
    double slant,
    double jitter,
    MarkShape habit,
    double care) {

  /** Share of forms filled in by type or stamp. An assumption. */
  private static final double PRINT_SHARE = 0.15;

  private static final List<Script> HANDWRITING = List.of(Script.KLEE, Script.SETO, Script.YUSEI);

  /** Draws a person. */
  public static Writer draw(Chance chance, boolean careful) {
    Chance c = chance.stream("writer");
    Pen pen = Pen.draw(c);
    boolean print = c.happens(PRINT_SHARE);
    Script script = c.pick(HANDWRITING);
    double size = c.between(0.72, 1);
    double slant = 0.08 * c.gauss();
    double jitter = c.between(0.4, 1.2);
    MarkShape habit = habit(c, careful);
    double care = careful ? 1 : 0.9 + 0.1 * c.unit();
    return print
        ? new Writer(pen, Script.PRINT, 0.8, 0, 0, habit, care)
        : new Writer(pen, script, size, slant, jitter, habit, care);
  }

  /** This person with another way of writing and marking. */
  public Writer with(Script otherScript, MarkShape otherHabit) {
    boolean print = otherScript == Script.PRINT;
    return new Writer(
        pen, otherScript, size, print ? 0 : slant, print ? 0 : jitter, otherHabit, care);
  }

  /** The shape of this person's next mark: the habit, or where care fails something else. */
  MarkShape nextMark(Chance chance) {
    return chance.happens(care) ? habit : habit(chance, false);
  }

  private static MarkShape habit(Chance chance, boolean careful) {
    List<MarkShape> shapes =
        List.of(MarkShape.values()).stream()
            .filter(MarkShape::meant)
            .filter(shape -> !careful || shape.careful())
            .toList();
    double rest = chance.unit() * shapes.stream().mapToDouble(MarkShape::weight).sum();
    for (MarkShape shape : shapes) {
      rest -= shape.weight();
      if (rest < 0) {
        return shape;
      }
    }
    return shapes.get(0);
  }
}
