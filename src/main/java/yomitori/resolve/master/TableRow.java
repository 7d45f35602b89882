package yomitori.resolve.master;

import java.text.Normalizer;
import java.util.List;

/**
 * A row of a table.
 *
 * @param number from 1: the line of a CSV on which it begins, the row of a sheet
 * @param cells as they are written
 */
record TableRow(int number, List<String> cells) {

  TableRow {
    cells = List.copyOf(cells);
  }

  /** A cell as it is written; empty beyond the last. */
  String cell(int i) {
    return i < cells.size() ? cells.get(i) : "";
  }

  /** A cell in half width, without spaces around it. */
  String plain(int i) {
    return plain(cell(i));
  }

  /** Whether nothing stands in it. */
  boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** All of it, as a person would know it again. */
  String text() {
    return String.join(",", cells).replaceAll("\\s+", " ");
  }

  static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }
}
