package yomitori.tally.report.chart;

import java.io.IOException;

/**
 * What a chart is painted on. Lengths are points, places from the top left, text on its baseline.
 */
public interface Canvas {

  /** Where a text lies from its place. */
  enum Align {
    /** It begins there. */
    LEFT(0),
    /** It is centred there. */
    CENTRE(0.5),
    /** It ends there. */
    RIGHT(1);

    private final double before;

    Align(double before) {
      this.before = before;
    }

    /** How far before its place a text of a width begins. */
    public double shift(double width) {
      return before * width;
    }
  }

  /** Fills a rectangle. */
  void fill(double x, double y, double width, double height, Colour colour) throws IOException;

  /** Draws a line. */
  void line(double x1, double y1, double x2, double y2, double width, Colour colour)
      throws IOException;

  /** Writes a text of one line. */
  void text(double x, double y, String text, Type type, Colour colour, Align align)
      throws IOException;
}
