package yomitori.simulate.hand;

import java.util.Locale;

/** The ways in which people mark a checkbox, or take a mark back. */
public enum MarkShape {
  /** A ✓ about as large as the box. */
  CHECK(true, 28),
  /** A ✓ whose long arm leaves the box to the upper right. */
  CHECK_LONG(true, 24),
  /** A ✓ drawn in one curve, like a hook. */
  CHECK_HOOK(true, 10),
  /** A ✓ far larger than the box, its arms beyond it on all sides. */
  CHECK_HUGE(true, 4),
  /** A ✓ gone over a second time. */
  RETRACED(true, 3),
  /** Two strokes that cross. */
  CROSS(true, 5),
  /** Two strokes that cross, each drawn several times. */
  CROSS_THICK(true, 1),
  /** A single slash. */
  SLASH(true, 4),
  /** Two slashes beside each other. */
  DOUBLE_SLASH(true, 1),
  /** The box filled in. */
  FILLED(true, 5),
  /** Part of the box filled in. */
  HALF_FILLED(true, 2),
  /** A firm dot. */
  DOT(true, 1),
  /** A circle in or about the box. */
  CIRCLE(true, 5),
  /** A ✓ put beside its place, so that much of it lies outside the box. */
  DISPLACED(true, 2.5),
  /** A ✓ put left of the box, half of it outside. */
  LEFT_OF_BOX(true, 1.5),
  /** A ✓ whose end runs through the box of a neighbour. */
  INTO_NEIGHBOUR(true, 1.5),
  /** A circle about the words instead of a mark in the box. */
  LABEL_CIRCLED(true, 1.2),
  /** A circle about the box and its words. */
  BOX_AND_LABEL_CIRCLED(true, 0.8),
  /** A mark crossed out with two lines: taken back. */
  STRUCK_OUT(false, 0),
  /** A mark scribbled over far beyond the box: taken back. */
  SCRIBBLED_OUT(false, 0),
  /** The trace of a pen that touched the box and moved on. */
  HESITATION(false, 0);

  private final boolean meant;
  private final double weight;

  MarkShape(boolean meant, double weight) {
    this.meant = meant;
    this.weight = weight;
  }

  /** Whether the box counts as marked. */
  public boolean meant() {
    return meant;
  }

  /**
   * How often people mark like this, as a weight among the meant marks. An assumption: no counts
   * for Japanese forms were found; ✓ leads because the form asks for it.
   */
  double weight() {
    return weight;
  }

  /** Whether this is how tidy people mark: what the form asks for, in its place. */
  boolean tidy() {
    return this == CHECK || this == CHECK_LONG || this == CHECK_HOOK || this == FILLED;
  }

  /** The tag of this shape in the truth. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
