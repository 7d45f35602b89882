package yomitori.tally.report.chart;

import java.util.Locale;

/** Writes a chart as SVG 1.1. */
final class SvgCanvas implements Canvas {

  private static final String FAMILY =
      "BIZ UDPGothic, BIZ UDPゴシック, Hiragino Sans, Yu Gothic, Meiryo, Noto Sans CJK JP, sans-serif";

  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final Faces faces;
  private final double width;
  private final double height;

  /**
   * @param title for those who do not see it
   */
  SvgCanvas(String title, Faces faces, double width, double height) {
    this.title = title;
    this.faces = faces;
    this.width = width;
    this.height = height;
  }

  @Override
  public void fill(double x, double y, double w, double h, Colour colour) {
    body.append(
        format(
            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>%n",
            x, y, w, h, hex(colour)));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double w, Colour colour) {
    body.append(
        format(
            "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\""
                + " stroke-width=\"%.2f\"/>%n",
            x1, y1, x2, y2, hex(colour), w));
  }

  @Override
  public void text(double x, double y, String text, Type type, Colour colour, Align align) {
    if (text.isEmpty()) {
      return;
    }
    String anchor =
        switch (align) {
          case LEFT -> "start";
          case CENTRE -> "middle";
          case RIGHT -> "end";
        };
    // The length keeps a face of other widths from running into what stands beside it.
    body.append(
        format(
            "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.2f\"%s fill=\"%s\" text-anchor=\"%s\""
                + " textLength=\"%.2f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>%n",
            x,
            y,
            type.size(),
            type.bold() ? " font-weight=\"bold\"" : "",
            hex(colour),
            anchor,
            faces.width(text, type),
            escaped(text)));
  }

  /** The whole picture. */
  String svg() {
    return format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\""
            + " height=\"%.0f\" role=\"img\" font-family=\"%s\">%n<title>%s</title>%n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n%s</svg>%n",
        width,
        height,
        width,
        height,
        FAMILY,
        escaped(faces.writable(title)),
        hex(Colour.PAPER),
        body);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), arguments);
  }

  private static String hex(Colour colour) {
    return format("#%06x", colour.rgb());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
