package yomitori.review.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import yomitori.record.SpreadsheetText;

/**
 * A CSV for spreadsheets, in UTF-8: an apostrophe stands before what they would take for a formula.
 */
public final class SpreadsheetCsv implements AutoCloseable {

  /** Tells spreadsheets that the file is UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter printer;

  /**
   * Begins a file.
   *
   * @param out closed with it
   */
  public SpreadsheetCsv(OutputStream out) throws IOException {
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.append(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.EXCEL);
  }

  /** Adds a row; numbers are written as they are. */
  public void row(Collection<?> cells) throws IOException {
    printer.printRecord(cells.stream().map(SpreadsheetCsv::harmless).toList());
  }

  private static Object harmless(Object cell) {
    return cell instanceof String text ? SpreadsheetText.harmless(text) : cell;
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
