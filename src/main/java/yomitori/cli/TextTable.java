package yomitori.cli;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal, aligned by display width. */
final class TextTable {

  private static final int WIDEST_CELL = 28;

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean numbers;

  TextTable(List<String> header) {
    this(header, false);
  }

  private TextTable(List<String> header, boolean numbers) {
    this.numbers = numbers;
    add(header);
  }

  /** A table whose columns but the first hold numbers, aligned to the right. */
  static TextTable ofNumbers(List<String> header) {
    return new TextTable(header, true);
  }

  void add(List<String> row) {
    rows.add(
        row.stream()
            .map(cell -> DisplayWidth.cut(cell.replaceAll("\\p{Cntrl}", " "), WIDEST_CELL))
            .toList());
  }

  /** The lines, header first and a rule below it, without trailing spaces. */
  List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String padding = " ".repeat(widths[i] - DisplayWidth.of(cell));
        line.append(numbers && i > 0 ? padding + cell : cell + padding).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
    int total = lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    lines.add(1, "-".repeat(total));
    return lines;
  }
}
