package yomitori.simulate.survey;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import yomitori.record.StagedFile;

/** A table that appears when it is whole: RFC 4180. */
final class CsvFile implements Closeable {

  static final Charset WINDOWS = Charset.forName("windows-31j");

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int ENOUGH = 1 << 16;

  private final StagedFile file;
  private final Charset charset;
  private final StringBuilder rows = new StringBuilder();

  private CsvFile(Path target, Charset charset, String prologue, List<String> columns)
      throws IOException {
    this.file = new StagedFile(target);
    this.charset = charset;
    rows.append(prologue);
    add(columns);
  }

  /** In UTF-8, as programs read it. */
  static CsvFile plain(Path target, List<String> columns) throws IOException {
    return new CsvFile(target, StandardCharsets.UTF_8, "", columns);
  }

  /** In UTF-8 with a byte order mark, as form services export it. */
  static CsvFile marked(Path target, List<String> columns) throws IOException {
    return new CsvFile(target, StandardCharsets.UTF_8, BYTE_ORDER_MARK, columns);
  }

  /** In Microsoft's Shift_JIS, as old spreadsheets save it. */
  static CsvFile windows(Path target, List<String> columns) throws IOException {
    return new CsvFile(target, WINDOWS, "", columns);
  }

  void add(List<String> cells) throws IOException {
    rows.append(CSVFormat.RFC4180.format(cells.toArray())).append("\r\n");
    if (rows.length() > ENOUGH) {
      flush();
    }
  }

  private void flush() throws IOException {
    file.append(rows.toString().getBytes(charset));
    rows.setLength(0);
  }

  void publish() throws IOException {
    flush();
    file.publish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
