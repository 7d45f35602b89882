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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import yomitori.resolve.master.MasterListException.Fault;

/**
 * Reads master lists: a plain CSV, or the CSV and XLSX files of the regional bureaus (コード内容別医療機関
 * 一覧表). CSV may be UTF-8 or CP932, and packed with gzip.
 */
public final class MasterListFile {

  private static final byte[] ZIP = {'P', 'K'};

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private static final Charset CP932 = Charset.forName("windows-31j");

  /** No list is longer than this, unpacked: one of the whole country takes 10 to 100 MB. */
  private static final int MOST_MB = 200;

  private static final long MEGABYTE = 1L << 20;

  /**
   * What was read.
   *
   * @param entries the institutions
   * @param skipped rows that should be institutions and are none
   */
  public record Read(List<MasterEntry> entries, List<Skipped> skipped) {

    /** Copies the lists of rows. */
    public Read {
      entries = List.copyOf(entries);
      skipped = List.copyOf(skipped);
    }

    /** The institutions as a list to look things up in. */
    public MasterList list() {
      return MasterList.of(entries);
    }
  }

  /** Why a row was left out. */
  public enum Why {
    /** Its prefecture is none of 47. */
    NO_PREFECTURE,
    /** Its code is not one of seven digits. */
    NO_CODE,
    /** It has no name. */
    NO_NAME
  }

  /**
   * A row that was left out.
   *
   * @param row from 1: the line of a CSV, the row of a sheet
   * @param why what it lacks
   * @param text what stands in it
   */
  public record Skipped(int row, Why why, String text) {}

  private MasterListFile() {}

  /**
   * Reads a file whole.
   *
   * @throws MasterListException if it cannot be read or holds no list
   */
  public static Read read(Path file) throws MasterListException {
    MasterRows rows = new MasterRows(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] start = peek(in);
      if (starts(start, ZIP)) {
        readWorkbook(file, in, rows);
      } else {
        InputStream plain = starts(start, GZIP) ? new GZIPInputStream(in) : in;
        rows.take(csv(bytes(file, plain)), "");
      }
    } catch (IOException | UncheckedIOException e) {
      throw MasterListException.unreadable(file, e);
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

  private static byte[] bytes(Path file, InputStream in) throws IOException, MasterListException {
    byte[] bytes = in.readNBytes((int) (MOST_MB * MEGABYTE));
    if (in.read() >= 0) {
      throw tooLarge(file);
    }
    return bytes;
  }

  private static MasterListException tooLarge(Path file) {
    return new MasterListException(file, Fault.TOO_LARGE, Integer.toString(MOST_MB));
  }

  private static void readWorkbook(Path file, InputStream in, MasterRows rows)
      throws IOException, MasterListException {
    checkPacked(file);
    byte[] packed = bytes(file, in);
    Map<String, List<TableRow>> tables;
    try {
      tables = tables(packed);
    } catch (RuntimeException e) {
      // The reader of workbooks throws what it likes at XML that is no workbook's.
      throw MasterListException.unreadable(file, e);
    }
    for (Map.Entry<String, List<TableRow>> table : tables.entrySet()) {
      rows.take(table.getValue(), table.getKey());
    }
  }

  /** Unpacks all of a workbook once, so that neither damage nor an endless part comes later. */
  private static void checkPacked(Path file) throws IOException, MasterListException {
    long left = MOST_MB * MEGABYTE;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(parts.entries())) {
        try (InputStream part = parts.getInputStream(entry)) {
          for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
            left -= n;
            if (left < 0) {
              throw tooLarge(file);
            }
          }
        }
      }
    }
  }

  /** The tables of a workbook by the names of their sheets, in its order. */
  private static Map<String, List<TableRow>> tables(byte[] packed) throws IOException {
    Map<String, List<TableRow>> tables = new LinkedHashMap<>();
    ReadingOptions options = new ReadingOptions(true, false);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(packed), options);
        Stream<Sheet> sheets = book.getSheets()) {
      for (Sheet sheet : sheets.toList()) {
        List<TableRow> rows = new ArrayList<>();
        for (Row row : sheet.read()) {
          List<String> cells = row.stream().map(c -> c == null ? "" : c.getText()).toList();
          rows.add(new TableRow(row.getRowNum(), cells));
        }
        tables.put(sheet.getName(), rows);
      }
    }
    return tables;
  }

  private static List<TableRow> csv(byte[] bytes) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(bytes)), format)) {
      long line = 1;
      for (CSVRecord record : parser) {
        rows.add(new TableRow((int) line, record.toList()));
        line = parser.getCurrentLineNumber() + 1;
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
