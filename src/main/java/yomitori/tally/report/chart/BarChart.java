package yomitori.tally.report.chart;

import java.util.List;

/**
 * Bars beside each other, a row for each answer, a bar in it for each series.
 *
 * @param name of its file
 * @param title the question
 * @param subtitle of how many
 * @param series their names; with one alone none is shown
 * @param rows from the top
 * @param notes below
 */
public record BarChart(
    String name,
    String title,
    String subtitle,
    List<String> series,
    List<Row> rows,
    List<String> notes) {

  /**
   * A row.
   *
   * @param label what was answered
   * @param bars one for each series
   */
  public record Row(String label, List<Bar> bars) {

    /** Keeps the bars. */
    public Row {
      bars = List.copyOf(bars);
    }
  }

  /** Keeps the lists. */
  public BarChart {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** Where the longest bar or range ends; more than 0. */
  double longest() {
    double longest =
        rows.stream()
            .flatMap(row -> row.bars().stream())
            .mapToDouble(
                bar -> Math.max(bar.length(), bar.range().map(Bar.Whisker::high).orElse(0.0)))
            .max()
            .orElse(0);
    return longest > 0 ? longest : 1;
  }
}
