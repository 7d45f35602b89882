package yomitori.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import yomitori.simulate.score.Calibration;
import yomitori.simulate.score.Calibration.Bin;
import yomitori.simulate.score.Rate;

/** Plots of a score as SVG that stands in the page itself. Words given must be escaped already. */
final class ScorePlots {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final int LEFT = 62;
  private static final int RIGHT = 12;
  private static final int TOP = 14;
  private static final int BOTTOM = 46;

  /** The smallest share of errors that the reliability plot shows. */
  private static final double LEAST_ERROR = 1e-4;

  private static final int BAR_HEIGHT = 20;
  private static final int BAR_LABEL_WIDTH = 230;
  private static final int BAR_VALUE_WIDTH = 150;
  private static final int BAR_WIDTH = 760;
  private static final double SMALLEST_BAR_PX = 1.5;

  private ScorePlots() {}

  /**
   * One line of a bar plot.
   *
   * @param label escaped
   * @param share 0 to 1
   * @param value what is written behind the bar, escaped
   */
  record Bar(String label, double share, String value) {}

  /**
   * Errors claimed and errors found in each bin of confidence, on a scale of powers of ten: near 1
   * the difference between 0.99 and 0.999 is what matters.
   *
   * @param claimed the word for what confidences claim
   * @param found the word for what the truth says
   * @param axis the word for the share of errors
   */
  static String reliability(Calibration calibration, String claimed, String found, String axis) {
    StringBuilder svg = frame(axis);
    for (double share = 1; share >= LEAST_ERROR * 0.99; share /= 10) {
      double y = errorY(share);
      line(svg, "grid", LEFT, y, WIDTH - RIGHT, y);
      text(svg, "end", LEFT - 6, y + 4, number(100 * share) + " %");
    }
    List<Bin> bins = calibration.bins();
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      double x = binX(i + 0.5, bins.size());
      text(svg, "middle", x, HEIGHT - BOTTOM + 18, number(bin.from()) + "–");
      if (bin.values() == 0) {
        continue;
      }
      double half = (WIDTH - LEFT - RIGHT) / (2.6 * bins.size());
      double claim = errorY(1 - bin.confidence());
      line(svg, "claim", x - half, claim, x + half, claim);
      Rate error = Rate.of(bin.values() - bin.right(), bin.values());
      line(svg, "range", x, errorY(error.lower()), x, errorY(error.upper()));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"found\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%d / %d</title>"
                  + "</circle>%n",
              x,
              errorY(error.share()),
              error.cases(),
              error.of()));
    }
    legend(svg, claimed, found);
    return svg.append("</svg>\n").toString();
  }

  /**
   * How many values each bin of confidence holds, and how many of them are wrong, on a scale of
   * powers of ten.
   *
   * @param right the word for right values
   * @param wrong the word for wrong values
   * @param axis the word for the number of values
   */
  static String histogram(Calibration calibration, String right, String wrong, String axis) {
    StringBuilder svg = frame(axis);
    List<Bin> bins = calibration.bins();
    long most = bins.stream().mapToLong(Bin::values).max().orElse(1);
    double decades = Math.max(1, Math.ceil(Math.log10((double) Math.max(1, most))));
    for (int d = 0; d <= decades; d++) {
      double y = countY(Math.pow(10, d), decades);
      line(svg, "grid", LEFT, y, WIDTH - RIGHT, y);
      text(svg, "end", LEFT - 6, y + 4, String.format(Locale.ROOT, "%,d", (long) Math.pow(10, d)));
    }
    double width = (WIDTH - LEFT - RIGHT) / (2.8 * bins.size());
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      double x = binX(i + 0.5, bins.size());
      text(svg, "middle", x, HEIGHT - BOTTOM + 18, number(bin.from()) + "–");
      bar(svg, "right", x - width, width, countY((double) bin.right(), decades), bin.right());
      long wrongs = bin.values() - bin.right();
      bar(svg, "wrong", x, width, countY((double) wrongs, decades), wrongs);
    }
    legend(svg, right, wrong);
    return svg.append("</svg>\n").toString();
  }

  /** Bars to the right, one below the other, on a linear scale up to the largest. */
  static String bars(List<Bar> bars, String cssClass) {
    double most = bars.stream().mapToDouble(Bar::share).max().orElse(1);
    int height = bars.size() * BAR_HEIGHT + 8;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" style=\"max-width: %dpx\" role=\"img\">%n",
            BAR_WIDTH,
            height,
            BAR_WIDTH));
    int room = BAR_WIDTH - BAR_LABEL_WIDTH - BAR_VALUE_WIDTH;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = 4 + i * BAR_HEIGHT;
      double length = most == 0 ? 0 : room * bar.share() / most;
      text(svg, "end", BAR_LABEL_WIDTH - 8, y + 14, bar.label());
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>%n",
              cssClass,
              BAR_LABEL_WIDTH,
              y + 3,
              Math.max(bar.share() > 0 ? SMALLEST_BAR_PX : 0, length),
              BAR_HEIGHT - 6));
      text(svg, "start", BAR_LABEL_WIDTH + length + 8, y + 14, bar.value());
    }
    return svg.append("</svg>\n").toString();
  }

  private static StringBuilder frame(String axis) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" style=\"max-width: %dpx\" role=\"img\" aria-label=\"%s\">%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            axis));
    line(svg, "axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    line(svg, "axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
    return svg;
  }

  private static void legend(StringBuilder svg, String first, String second) {
    text(svg, "start", LEFT, HEIGHT - 6, "<tspan class=\"first\">■</tspan> " + first);
    text(
        svg,
        "start",
        LEFT + WIDTH / 2.4,
        HEIGHT - 6,
        "<tspan class=\"second\">■</tspan> " + second);
  }

  private static void bar(
      StringBuilder svg, String cssClass, double x, double width, double y, long count) {
    if (count == 0) {
      return;
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                + "<title>%d</title></rect>%n",
            cssClass,
            x,
            y,
            width,
            Math.max(SMALLEST_BAR_PX, HEIGHT - BOTTOM - y),
            count));
  }

  private static double binX(double bin, int bins) {
    return LEFT + (WIDTH - LEFT - RIGHT) * bin / bins;
  }

  private static double errorY(double share) {
    double decades = Math.log10(Math.max(share, LEAST_ERROR)) / Math.log10(LEAST_ERROR);
    return TOP + (HEIGHT - TOP - BOTTOM) * decades;
  }

  private static double countY(double count, double decades) {
    double height = count < 1 ? 0 : Math.log10(count) / decades;
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * height;
  }

  private static void line(
      StringBuilder svg, String cssClass, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
            cssClass,
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(StringBuilder svg, String anchor, double x, double y, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
            anchor,
            x,
            y,
            words));
  }

  private static String number(double value) {
    return new BigDecimal(String.format(Locale.ROOT, "%.4f", value))
        .stripTrailingZeros()
        .toPlainString();
  }
}
