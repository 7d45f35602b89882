package yomitori.tally.report.contents;

import java.util.List;
import yomitori.tally.report.chart.BarChart;

/** A part of a section. */
public sealed interface Block {

  /**
   * Words.
   *
   * @param text of one paragraph
   */
  record Paragraph(String text) implements Block {}

  /**
   * A table.
   *
   * @param columns its head
   * @param rows as many cells as there are columns
   */
  record Table(List<Column> columns, List<List<String>> rows) implements Block {

    /** Keeps the rows. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column.
   *
   * @param head what stands above it
   * @param weight its share of the width, against the others' weights
   * @param figures whether it holds figures, which stand to the right
   */
  record Column(String head, double weight, boolean figures) {}

  /**
   * A picture.
   *
   * @param chart what it shows
   */
  record Chart(BarChart chart) implements Block {}
}
