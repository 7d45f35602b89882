package yomitori.tally.report.chart;

/** The colours of charts: told apart also by those who see no red or green, and in grey. */
public enum Colour {
  /** Words and figures. */
  INK(0x1f2933),
  /** What is said beside. */
  FAINT(0x5f6b7a),
  /** Lines behind the bars. */
  GRID(0xd5dbe3),
  /** The first series. */
  FIRST(0x1f5fa8),
  /** The second series. */
  SECOND(0xe08a1e),
  /** The third series. */
  THIRD(0x7a8794),
  /** The background. */
  PAPER(0xffffff);

  private final int rgb;

  Colour(int rgb) {
    this.rgb = rgb;
  }

  /** Red, green and blue, of 8 bits each, red uppermost. */
  public int rgb() {
    return rgb;
  }
}
