package yomitori.form;

/** The ranges a definition's numbers must lie in; outside them a slip of the pen is certain. */
final class FormLimits {

  /** From A6's short side to A3's long one, mm. */
  static final Range SHEET = new Range(100, 420);

  /** Wide enough to let a place off the sheet be reported as that, mm. */
  static final Range COORDINATE = new Range(-1000, 1000);

  /** A width or height, mm. */
  static final Range LENGTH = new Range(0.1, 1000);

  /** Type: from what print can show to a headline, points. */
  static final Range TYPE_PT = new Range(5, 72);

  /** Lines and frames, points. */
  static final Range LINE_PT = new Range(0.1, 6);

  /** A frame, which a shaded area may do without; points. */
  static final Range FRAME_PT = new Range(0, 6);

  /**
   * A box to tick, over its outline: below, a fax has too few pixels to tell a tick; brackets are
   * wider than high; mm.
   */
  static final Range CHECKBOX = new Range(2, 20);

  /** From a checkbox to its words, mm. */
  static final Range GAP = new Range(0.5, 10);

  /** Width and height of the picture that places were measured on: A6 at 72 dpi to A3 at 1200. */
  static final Range PIXELS = new Range(280, 20_000);

  /** What a mistake or a look costs, in the survey's own unit. */
  static final Range COST = new Range(0.01, 1_000_000);

  /** Grey from paper to black. */
  static final Range SHADE = new Range(0, 1);

  /** Boxes of a comb. */
  static final Range CELLS = new Range(1, 40);

  /** A comb's cell, width and height: a handwritten digit must fit; mm. */
  static final Range CELL = new Range(3, 20);

  /** Ruled lines of a text field. */
  static final Range LINES = new Range(1, 40);

  /** An amount that is taken without review. */
  static final Range AMOUNT = new Range(1, 1e12);

  private FormLimits() {}
}
