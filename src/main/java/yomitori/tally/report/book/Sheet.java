package yomitori.tally.report.book;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** One sheet, written row by row; columns become as wide as what is in them. */
final class Sheet {

  /** Of a cell, by the format. */
  private static final int MOST_CHARACTERS = 32_767;

  /** Wider ones are broken into lines. In widths of a Latin character, as spreadsheets count. */
  private static final int WIDEST = 60;

  /** In 256ths of a Latin character. */
  private static final int WIDTH_UNIT = 256;

  private static final int MARGIN = 3;
  private static final int LAST_LATIN = 0x2000;

  private final SXSSFSheet sheet;
  private final Styles styles;
  private final int[] widths = new int[256];
  private Row row;
  private int rows;
  private int column;

  /**
   * @param name cut and cleaned to what a sheet may be called
   */
  Sheet(SXSSFWorkbook workbook, Styles styles, String name) {
    this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
    this.styles = styles;
  }

  /** Begins a row. */
  Sheet row() {
    row = sheet.createRow(rows++);
    column = 0;
    return this;
  }

  /** The head of the table: it stays when one scrolls and on every printed page. */
  void head(List<String> cells) {
    row();
    cells.forEach(text -> cell(text, styles.head()));
    sheet.createFreezePane(1, rows);
    sheet.setRepeatingRows(new CellRangeAddress(rows - 1, rows - 1, -1, -1));
  }

  Sheet text(String text) {
    return cell(text, styles.text());
  }

  private Sheet cell(String text, CellStyle style) {
    String fitting =
        text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS - 1) + "…" : text;
    Cell cell = next(style, width(fitting));
    cell.setCellValue(fitting);
    return this;
  }

  Sheet count(long count) {
    next(styles.count(), String.format("%,d", count).length()).setCellValue((double) count);
    return this;
  }

  Sheet decimal(double number) {
    next(styles.decimal(), String.format("%,.2f", number).length()).setCellValue(number);
    return this;
  }

  /** Leaves a cell empty. */
  Sheet skip() {
    column++;
    return this;
  }

  /** A formula, and what it makes. */
  Sheet countFormula(String formula, long value) {
    return formula(formula, (double) value, styles.count());
  }

  /** A formula, and what it makes. */
  Sheet decimalFormula(String formula, double value) {
    return formula(formula, value, styles.decimal());
  }

  /** The share of a cell of this row in another. */
  Sheet share(int countColumn, int baseColumn, double value) {
    String base = at(rows - 1, baseColumn);
    String formula = "IF(" + base + "=0,0," + at(rows - 1, countColumn) + "/" + base + ")";
    return formula(formula, value, styles.share());
  }

  private Sheet formula(String formula, double value, CellStyle style) {
    Cell cell = next(style, String.format("%,.2f", value).length());
    cell.setCellFormula(formula);
    cell.setCellValue(value);
    return this;
  }

  private Cell next(CellStyle style, int width) {
    if (column < widths.length) {
      widths[column] = Math.max(widths[column], width);
    }
    Cell cell = row.createCell(column++);
    cell.setCellStyle(style);
    return cell;
  }

  /** How wide the longest line is, in Latin characters. */
  private static int width(String text) {
    return text.lines()
        .mapToInt(line -> line.codePoints().map(c -> c < LAST_LATIN ? 1 : 2).sum())
        .max()
        .orElse(0);
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  /** The column in which the next cell will be. */
  int column() {
    return column;
  }

  /** A cell as formulas of this sheet name it. */
  static String at(int row, int column) {
    return new CellReference(row, column).formatAsString();
  }

  /** Widths and print set-up, when all rows are there. */
  void finish() {
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > 0) {
        sheet.setColumnWidth(i, (Math.min(widths[i], WIDEST) + MARGIN) * WIDTH_UNIT);
      }
    }
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.getFooter().setCenter("&P / &N");
  }
}
