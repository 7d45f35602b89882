package yomitori.tally.report.book;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells look. */
record Styles(CellStyle head, CellStyle text, CellStyle count, CellStyle share, CellStyle decimal) {

  static Styles in(Workbook workbook) {
    CellStyle head = style(workbook, "@");
    Font bold = workbook.createFont();
    bold.setBold(true);
    head.setFont(bold);
    head.setWrapText(true);
    CellStyle text = style(workbook, "@");
    text.setWrapText(true);
    return new Styles(
        head, text, style(workbook, "#,##0"), style(workbook, "0.0%"), style(workbook, "#,##0.0#"));
  }

  private static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }
}
