package yomitori.simulate.hand;

import java.util.List;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;

/**
 * One person's hand: the pen and the habits that stay the same over a whole form.
 *
 * @param pen the pen
 * @param script how letters look
 * @param size height of letters against what the line has room for
 * @param slant shear of letters: 0 upright, positive to the right
 * @param jitter how much letters differ among each other, 0 for print
 * @param habit how this person marks a box
 * @param constancy from 0 (each mark another shape) to 1 (always the habit)
 * @param manner what tells this person's way of drawing one shape from another person's
 */
public record Writer(
    Pen pen,
    Script script,
    double size,
    double slant,
    double jitter,
    MarkShape habit,
    double constancy,
    long manner) {

  /** Share of forms filled in by type. An assumption. */
  private static final double TYPED_SHARE = 0.12;

  /** How often a mark is not in a person's habit, in everyday forms. An assumption. */
  private static final double INCONSTANCY = 0.08;

  /** Size of type against what a line has room for. */
  private static final double TYPE_SIZE = 0.8;

  /**
   * Draws a person.
   *
   * @param purpose what the fax is for: some faces are for reporting only
   */
  public static Writer draw(Chance chance, Carelessness carelessness, Purpose purpose) {
    Chance c = chance.stream("writer");
    Pen pen = Pen.draw(c);
    boolean typed = c.happens(TYPED_SHARE);
    Script script = c.pick(Script.handwriting(purpose));
    double size = c.between(0.72, 1);
    double slant = 0.08 * c.gauss();
    double jitter = c.between(0.5, 1.3);
    boolean tidy = !carelessness.strikes(1, c);
    MarkShape habit = shape(c, tidy);
    double constancy = 1 - carelessness.factor() * INCONSTANCY * 2 * c.unit();
    Writer writer = new Writer(pen, script, size, slant, jitter, habit, constancy, c.bits());
    return typed ? writer.with(Script.PRINT, habit) : writer;
  }

  /** This person with another way of writing and marking. */
  public Writer with(Script otherScript, MarkShape otherHabit) {
    return otherScript.isType()
        ? new Writer(pen, otherScript, TYPE_SIZE, 0, 0, otherHabit, constancy, manner)
        : new Writer(pen, otherScript, size, slant, jitter, otherHabit, constancy, manner);
  }

  /** The shape of this person's next mark: mostly the habit. */
  MarkShape nextMark(Chance chance) {
    return chance.happens(constancy) ? habit : shape(chance, false);
  }

  private static MarkShape shape(Chance chance, boolean tidy) {
    List<MarkShape> shapes =
        List.of(MarkShape.values()).stream()
            .filter(MarkShape::meant)
            .filter(shape -> !tidy || shape.tidy())
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
