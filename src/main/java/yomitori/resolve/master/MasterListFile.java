package yomitori.resolve.master;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import yomitori.resolve.master.MasterListException.Fault;

/**
 * Reads master lists: a plain CSV, or the CSV and XLSX files of the regional bureaus (コード内容別医療機関
 * 一覧表). CSV may be UTF-8 or CP932, and packed with gzip.
 */
public final class MasterListFile {

  private static final byte[] ZIP = {'P', 'K'};

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private static final Charset CP932 = Charset.forName("windows-31j");

  /**
   * What was read.
   *
   * @param list the institutions
   * @param skipped rows that look like institutions and are none, by what stands in them
   */
  public record Read(MasterList list, List<Skipped> skipped) {

    /** Copies the list of rows. */
    public Read {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A row that was left out.
   *
   * @param row from 1, within its sheet
   * @param text what stands in it
   */
  public record Skipped(int row, String text) {}

  private MasterListFile() {}

  /**
   * Reads a file whole.
   *
   * @throws MasterListException if it holds no institution
   */
  public static Read read(Path file) throws MasterListException {
    MasterRows rows = new MasterRows(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] start = peek(in);
      if (starts(start, ZIP)) {
        readWorkbook(in, rows);
      } else {
        InputStream plain = starts(start, GZIP) ? new GZIPInputStream(in) : in;
        rows.take(csv(plain.readAllBytes()), "");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new MasterListException(file, Fault.UNREADABLE, String.valueOf(e.getMessage()));
    }
    return rows.read();
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(2);
    byte[] start = in.readNBytes(2);
    in.reset();
    return start;
  }

  private static boolean starts(byte[] bytes, byte[] with) {
    return bytes.length == 2 && bytes[0] == with[0] && bytes[1] == with[1];
  }

  private static void readWorkbook(InputStream in, MasterRows rows)
      throws IOException, MasterListException {
    ReadingOptions options = new ReadingOptions(true, false);
    try (ReadableWorkbook book = new ReadableWorkbook(in, options);
        Stream<Sheet> sheets = book.getSheets()) {
      for (Sheet sheet : sheets.toList()) {
        List<List<String>> cells = new ArrayList<>();
        for (Row row : sheet.read()) {
          // Rows without a cell are not there: the numbers of the others stay theirs.
          while (cells.size() < row.getRowNum() - 1) {
            cells.add(List.of());
          }
          cells.add(row.stream().map(c -> c == null ? "" : c.getText()).toList());
        }
        rows.take(cells, sheet.getName());
      }
    }
  }

  private static List<List<String>> csv(byte[] bytes) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(bytes)), format)) {
      for (CSVRecord record : parser) {
        rows.add(record.toList());
      }
    }
    return rows;
  }

  private static String text(byte[] bytes) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(new ByteArrayInputStream(bytes).readAllBytes(), CP932);
    }
  }
}
