package yomitori.tally.report.chart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import yomitori.tally.report.chart.Bar.Whisker;
import yomitori.tally.report.chart.BarChart.Row;
import yomitori.tally.report.chart.Canvas.Align;

/** Paints a chart at a width. Nothing overlaps: rows are as high as their labels and bars need. */
public final class BarPainter {

  private static final Type TITLE = new Type(13, true);
  private static final Type LABEL = new Type(9.5, false);
  private static final Type FIGURE = new Type(9, false);
  private static final Type SMALL = new Type(8.5, false);
  private static final List<Colour> COLOURS = List.of(Colour.FIRST, Colour.SECOND, Colour.THIRD);

  private static final double LEADING = 1.35;
  private static final double LABEL_SHARE = 0.36;
  private static final double BAR = 12;
  private static final double GAP = 8;
  private static final double ROW_GAP = 7;
  private static final double WHISKER = 1;

  private final BarChart chart;
  private final Faces faces;
  private final double width;
  private final double labels;
  private final double scale;

  /**
   * @param width in points
   */
  public BarPainter(BarChart chart, Faces faces, double width) {
    this.chart = chart;
    this.faces = faces;
    this.width = width;
    this.labels = width * LABEL_SHARE;
    double figures =
        chart.rows().stream()
            .flatMap(row -> row.bars().stream())
            .mapToDouble(bar -> faces.width(bar.figure(), FIGURE))
            .max()
            .orElse(0);
    this.scale = (width - labels - 2 * GAP - figures) / chart.longest();
  }

  /** How high the chart is at its width, in points. */
  public double height() {
    double rows = chart.rows().stream().mapToDouble(this::height).sum();
    return head() + rows + notes().size() * leading(SMALL) + GAP;
  }

  private double head() {
    double titles = title().size() * leading(TITLE) + subtitle().size() * leading(SMALL);
    return titles + (chart.series().size() > 1 ? leading(SMALL) + GAP : 0) + GAP;
  }

  private List<String> title() {
    return faces.wrapped(chart.title(), TITLE, width);
  }

  private List<String> subtitle() {
    return faces.wrapped(chart.subtitle(), SMALL, width);
  }

  private List<String> notes() {
    List<String> lines = new ArrayList<>();
    chart.notes().forEach(note -> lines.addAll(faces.wrapped(note, SMALL, width)));
    return lines;
  }

  private List<String> label(Row row) {
    return faces.wrapped(row.label(), LABEL, labels - GAP);
  }

  private double height(Row row) {
    return Math.max(label(row).size() * leading(LABEL), row.bars().size() * (BAR + 1)) + ROW_GAP;
  }

  private static double leading(Type type) {
    return type.size() * LEADING;
  }

  /** Paints it with its top left corner at a place. */
  public void paint(Canvas canvas, double left, double top) throws IOException {
    double y = lines(canvas, title(), left, top, TITLE, Colour.INK);
    y = lines(canvas, subtitle(), left, y, SMALL, Colour.FAINT);
    y = legend(canvas, left, y) + GAP;
    double axis = left + labels;
    double bottom = y;
    for (Row row : chart.rows()) {
      paint(canvas, row, left, bottom);
      bottom += height(row);
    }
    canvas.line(axis, y - 2, axis, bottom, 1, Colour.FAINT);
    lines(canvas, notes(), left, bottom + GAP / 2, SMALL, Colour.FAINT);
  }

  private double legend(Canvas canvas, double left, double top) throws IOException {
    if (chart.series().size() < 2) {
      return top;
    }
    double x = left;
    double base = top + GAP / 2 + SMALL.size();
    for (int i = 0; i < chart.series().size(); i++) {
      String name = faces.writable(chart.series().get(i));
      canvas.fill(x, base - SMALL.size() + 1, SMALL.size(), SMALL.size(), COLOURS.get(i));
      canvas.text(x + SMALL.size() + 4, base, name, SMALL, Colour.INK, Align.LEFT);
      x += SMALL.size() + 4 + faces.width(name, SMALL) + 2 * GAP;
    }
    return top + GAP + leading(SMALL);
  }

  private void paint(Canvas canvas, Row row, double left, double top) throws IOException {
    List<String> label = label(row);
    double inner = height(row) - ROW_GAP;
    double text = top + (inner - label.size() * leading(LABEL)) / 2;
    lines(canvas, label, left, text, LABEL, Colour.INK);
    double axis = left + labels;
    double y = top + (inner - row.bars().size() * (BAR + 1)) / 2;
    for (int i = 0; i < row.bars().size(); i++) {
      paint(canvas, row.bars().get(i), axis, y, COLOURS.get(i));
      y += BAR + 1;
    }
  }

  private void paint(Canvas canvas, Bar bar, double axis, double top, Colour colour)
      throws IOException {
    canvas.fill(axis, top, bar.length() * scale, BAR, colour);
    double end = axis + bar.length() * scale;
    if (bar.range().isPresent()) {
      Whisker range = bar.range().get();
      double low = axis + range.low() * scale;
      double high = axis + range.high() * scale;
      double middle = top + BAR / 2;
      canvas.line(low, middle, high, middle, WHISKER, Colour.INK);
      canvas.line(low, middle - BAR / 4, low, middle + BAR / 4, WHISKER, Colour.INK);
      canvas.line(high, middle - BAR / 4, high, middle + BAR / 4, WHISKER, Colour.INK);
      end = Math.max(end, high);
    }
    double base = top + BAR / 2 + FIGURE.size() * 0.36;
    canvas.text(end + GAP / 2, base, bar.figure(), FIGURE, Colour.INK, Align.LEFT);
  }

  private static double lines(
      Canvas canvas, List<String> lines, double left, double top, Type type, Colour colour)
      throws IOException {
    double y = top;
    for (String line : lines) {
      canvas.text(left, y + type.size(), line, type, colour, Align.LEFT);
      y += leading(type);
    }
    return y;
  }
}
