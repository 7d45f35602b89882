package yomitori.simulate.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header row, read row by row; what is wrong in it is named with its line. */
final class CsvTable {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private CsvTable() {}

  /** The key of the row before: tables of places have many rows of one page. */
  private static final class KeyCache {
    private String source = "";
    private String page = "";
    private PageKey key = new PageKey("", 0);
  }

  /** One row. */
  static final class Row {

    private final Path file;
    private final CSVRecord cells;
    private final long line;
    private final KeyCache keys;

    private Row(Path file, CSVRecord cells, long line, KeyCache keys) {
      this.file = file;
      this.cells = cells;
      this.line = line;
      this.keys = keys;
    }

    String get(String column) {
      return cells.get(column);
    }

    boolean has(String column) {
      return cells.isMapped(column);
    }

    /** The columns {@code source} and {@code page}. */
    PageKey key() {
      String source = get("source");
      String page = get("page");
      if (source.isEmpty()) {
        throw wrong("source");
      }
      if (!source.equals(keys.source) || !page.equals(keys.page)) {
        keys.key = PageKey.of(source, page());
        keys.source = source;
        keys.page = page;
      }
      return keys.key;
    }

    private int page() {
      String text = get("page");
      try {
        int page = Integer.parseInt(text);
        if (page >= 1) {
          return page;
        }
      } catch (NumberFormatException e) {
        throw wrong("page", text);
      }
      throw wrong("page", text);
    }

    boolean flag(String column) {
      String text = get(column);
      if (!text.equals("0") && !text.equals("1")) {
        throw wrong("flag", column, text);
      }
      return text.equals("1");
    }

    double number(String column) {
      try {
        double value = Double.parseDouble(get(column));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw wrong("number.any", column, get(column));
      }
      throw wrong("number.any", column, get(column));
    }

    /** A number from 0 to 1. */
    double share(String column) {
      double value = number(column);
      if (value < 0 || value > 1) {
        throw wrong("number", column, get(column));
      }
      return value;
    }

    /** This row cannot be used. */
    ScoreInputException wrong(String key, Object... details) {
      return ScoreInputException.at(file, line, key, details);
    }
  }

  /**
   * Reads a file.
   *
   * @param charset a byte order mark at the start is passed over
   * @param required columns that must be there; others may be
   * @param each is given every row, in order
   * @return the columns
   * @throws ScoreInputException if the file cannot be read or is not such a table
   */
  static List<String> read(Path file, Charset charset, List<String> required, Consumer<Row> each) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (BufferedReader reader = open(file, charset);
        CSVParser parser = CSVParser.parse(reader, format)) {
      check(file, parser.getHeaderNames(), required);
      rows(file, charset, parser, each);
      return List.copyOf(parser.getHeaderNames());
    } catch (NoSuchFileException e) {
      throw ScoreInputException.in(file, "missing");
    } catch (CharacterCodingException e) {
      throw ScoreInputException.at(file, 1, "encoding", charset.name());
    } catch (IOException e) {
      throw ScoreInputException.unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw ScoreInputException.at(file, 1, "syntax", e.getMessage());
    }
  }

  private static BufferedReader open(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static void check(Path file, List<String> columns, List<String> required) {
    if (columns.isEmpty()) {
      throw ScoreInputException.in(file, "empty");
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw ScoreInputException.at(file, 1, "columns.twice", column);
      }
    }
    for (String column : required) {
      if (!seen.contains(column)) {
        throw ScoreInputException.at(file, 1, "columns", column);
      }
    }
  }

  private static void rows(Path file, Charset charset, CSVParser parser, Consumer<Row> each) {
    Iterator<CSVRecord> rows = parser.iterator();
    KeyCache keys = new KeyCache();
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      CSVRecord cells;
      try {
        if (!rows.hasNext()) {
          return;
        }
        cells = rows.next();
      } catch (UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
          throw ScoreInputException.at(file, line, "encoding", charset.name());
        }
        throw ScoreInputException.at(file, line, "syntax", e.getCause().getMessage());
      }
      Row row = new Row(file, cells, line, keys);
      if (!cells.isConsistent()) {
        throw row.wrong("cells", cells.size(), parser.getHeaderNames().size());
      }
      each.accept(row);
    }
  }
}
