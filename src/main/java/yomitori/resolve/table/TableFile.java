package yomitori.resolve.table;

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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads the tables of a file: an XLSX, or a CSV that may be packed with gzip. Which it is is told
 * by what it holds.
 */
public final class TableFile {

  /** No file may be longer, unpacked: a list of the whole country's institutions takes half. */
  public static final int MOST_MB = 200;

  /** What old spreadsheets write: Shift_JIS with Microsoft's additions. */
  public static final Charset CP932 = Charset.forName("windows-31j");

  private static final byte[] ZIP = {'P', 'K'};

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private static final long MEGABYTE = 1L << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TableFile() {}

  /**
   * Reads a file whole.
   *
   * @param csv how a CSV is written; if that is not told, UTF-8 where it can be that, else {@link
   *     #CP932}
   * @return the sheets of a workbook in its order; one table of a CSV
   * @throws TableTooLargeException if it is longer than {@link #MOST_MB}
   * @throws IOException if it cannot be opened or is no such file
   */
  public static List<Table> read(Path file, Optional<Charset> csv) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] start = peek(in);
      if (starts(start, ZIP)) {
        return workbook(file, in);
      }
      InputStream plain = starts(start, GZIP) ? new GZIPInputStream(in) : in;
      return List.of(new Table("", rows(text(bytes(plain), csv))));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
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

  private static byte[] bytes(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) (MOST_MB * MEGABYTE));
    if (in.read() >= 0) {
      throw new TableTooLargeException();
    }
    return bytes;
  }

  private static List<Table> workbook(Path file, InputStream in) throws IOException {
    checkPacked(file);
    byte[] packed = bytes(in);
    try {
      return tables(packed);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      // The reader of workbooks throws what it likes at XML that is no workbook's.
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Unpacks all of a workbook once, so that neither damage nor an endless part comes later. */
  private static void checkPacked(Path file) throws IOException {
    long left = MOST_MB * MEGABYTE;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(parts.entries())) {
        try (InputStream part = parts.getInputStream(entry)) {
          for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
            left -= n;
            if (left < 0) {
              throw new TableTooLargeException();
            }
          }
        }
      }
    }
  }

  private static List<Table> tables(byte[] packed) throws IOException {
    List<Table> tables = new ArrayList<>();
    ReadingOptions options = new ReadingOptions(true, false);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(packed), options);
        Stream<Sheet> sheets = book.getSheets()) {
      for (Sheet sheet : sheets.toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          tables.add(new Table(sheet.getName(), rows.map(TableFile::row).toList()));
        }
      }
    }
    return tables;
  }

  private static TableRow row(Row row) {
    return new TableRow(row.getRowNum(), row.stream().map(SheetCell::text).toList());
  }

  private static List<TableRow> rows(String csv) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      long line = 1;
      for (CSVRecord record : parser) {
        rows.add(new TableRow((int) line, record.toList()));
        line = parser.getCurrentLineNumber() + 1;
      }
    }
    return rows;
  }

  private static String text(byte[] bytes, Optional<Charset> told) throws IOException {
    String text = told.isPresent() ? decoded(bytes, told.get()) : guessed(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String guessed(byte[] bytes) {
    try {
      return decoded(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new String(bytes, CP932);
    }
  }
}
