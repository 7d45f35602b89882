package yomitori.form;

import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Something printed on the blank: words, a rule, a rectangle or a ring. */
public sealed interface PrintItem {

  /**
   * Words on one line.
   *
   * @param at the left end (or middle, or right end) of the baseline
   * @param text what is printed
   * @param sizePt size of the type in points
   * @param weight the face
   * @param align which part of the words stands at {@code at}
   */
  record Text(PointMm at, String text, double sizePt, Weight weight, Align align)
      implements PrintItem {}

  /**
   * A straight rule.
   *
   * @param from one end
   * @param to the other end
   * @param widthPt thickness in points
   */
  record Rule(PointMm from, PointMm to, double widthPt) implements PrintItem {}

  /**
   * A rectangle, framed and perhaps shaded.
   *
   * @param area its outer edge
   * @param widthPt thickness of the frame in points, 0 for none
   * @param shade 0 for paper to 1 for black
   */
  record Frame(RectMm area, double widthPt, double shade) implements PrintItem {}

  /**
   * A circle, or the oval that fills an area which is not square.
   *
   * @param area its outer edge
   * @param widthPt thickness of the line in points
   */
  record Ring(RectMm area, double widthPt) implements PrintItem {}

  /** The faces of the blank's typeface. */
  enum Weight {
    REGULAR,
    BOLD
  }

  /** Which part of a line of words stands at its point. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }
}
