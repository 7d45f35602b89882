package yomitori.tally.report.contents;

import java.util.List;
import yomitori.tally.report.chart.BarChart;
import yomitori.tally.report.contents.Block.Chart;

/**
 * What the report says.
 *
 * @param title the survey's
 * @param subtitle what this is, and of when
 * @param sections in order
 */
public record Contents(String title, String subtitle, List<Section> sections) {

  /** Keeps the sections. */
  public Contents {
    sections = List.copyOf(sections);
  }

  /** Its charts, in order. */
  public List<BarChart> charts() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Chart.class::isInstance)
        .map(block -> ((Chart) block).chart())
        .toList();
  }
}
