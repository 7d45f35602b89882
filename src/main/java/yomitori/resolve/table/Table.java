package yomitori.resolve.table;

import java.util.List;

/**
 * A table of a file.
 *
 * @param sheet its name in a workbook; empty for a CSV
 * @param rows from the first; of a workbook, those that are not there are left out
 */
public record Table(String sheet, List<TableRow> rows) {

  /** Keeps the rows. */
  public Table {
    rows = List.copyOf(rows);
  }
}
