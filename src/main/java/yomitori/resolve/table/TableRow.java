package yomitori.resolve.table;

import java.text.Normalizer;
import java.util.List;

/**
 * A row of a table.
 *
 * @param number from 1: the line of a CSV on which it begins, the row of a sheet
 * @param cells as they are written
 */
public record TableRow(int number, List<String> cells) {

  /** Keeps the cells. */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** A cell as it is written; empty beyond the last. */
  public String cell(int i) {
    return i < cells.size() ? cells.get(i) : "";
  }

  /** A cell in half width, without spaces around it. */
  public String plain(int i) {
    return plain(cell(i));
  }

  /** Whether nothing stands in it. */
  public boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** All of it, as a person would know it again. */
  public String text() {
    return String.join(",", cells).replaceAll("\\s+", " ");
  }

  /** A text in half width, without spaces around it. */
  public static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }
}
