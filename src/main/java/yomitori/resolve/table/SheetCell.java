package yomitori.resolve.table;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What a workbook's cell says, as a text. */
final class SheetCell {

  /** Numbers of the formats of dates and times that workbooks do not spell out (ECMA-376). */
  private static final Pattern DATE_FORMATS =
      Pattern.compile("1[4-9]|2[0-27-9]|3[0-6]|4[5-7]|5\\d");

  /** What of a spelt-out format is no sign for a part of a number or a date. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");

  private static final Pattern DATE_SIGN = Pattern.compile("[ymdhsYMDHS]");

  private static final Pattern GENERAL = Pattern.compile("(?i)general");

  private static final long HALF_A_MILLISECOND_IN_NANOS = 500_000;

  private SheetCell() {}

  /**
   * A text as it is, a number without exponent, a date as ISO 8601 without zone, empty where there
   * is no cell.
   */
  static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    if (isDate(cell)) {
      LocalDateTime date = cell.asDate();
      return date.plusNanos(HALF_A_MILLISECOND_IN_NANOS).truncatedTo(ChronoUnit.MILLIS).toString();
    }
    return cell.asNumber().signum() == 0
        ? "0"
        : cell.asNumber().stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(Cell cell) {
    String spelt = cell.getDataFormatString();
    if (spelt == null) {
      Integer id = cell.getDataFormatId();
      return id != null && DATE_FORMATS.matcher(id.toString()).matches();
    }
    String signs = LITERAL.matcher(spelt).replaceAll("");
    return !GENERAL.matcher(signs).find() && DATE_SIGN.matcher(signs).find();
  }
}
