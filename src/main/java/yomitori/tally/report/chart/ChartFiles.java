package yomitori.tally.report.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Charts as files. */
public final class ChartFiles {

  /** Points: about the width of a slide's half, and of a column on a page. */
  private static final double WIDTH = 640;

  private static final double MARGIN = 16;

  private ChartFiles() {}

  /** A chart as SVG. */
  public static byte[] svg(BarChart chart, Faces faces) throws IOException {
    return text(chart, faces).getBytes(StandardCharsets.UTF_8);
  }

  /** The same as text, to stand in a page. */
  public static String text(BarChart chart, Faces faces) throws IOException {
    BarPainter painter = painter(chart, faces);
    SvgCanvas canvas = new SvgCanvas(chart.title(), faces, WIDTH, height(painter));
    painter.paint(canvas, MARGIN, MARGIN);
    return canvas.svg();
  }

  /** A chart as PNG, two pixels to a point. */
  public static byte[] png(BarChart chart, Faces faces) throws IOException {
    BarPainter painter = painter(chart, faces);
    PngCanvas canvas = new PngCanvas(faces, WIDTH, height(painter));
    painter.paint(canvas, MARGIN, MARGIN);
    return canvas.png();
  }

  private static BarPainter painter(BarChart chart, Faces faces) {
    return new BarPainter(chart, faces, WIDTH - 2 * MARGIN);
  }

  private static double height(BarPainter painter) {
    return Math.ceil(painter.height() + 2 * MARGIN);
  }
}
