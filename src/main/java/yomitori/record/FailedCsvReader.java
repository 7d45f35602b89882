package yomitori.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads back what {@link FailedCsvWriter} wrote. */
public final class FailedCsvReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private FailedCsvReader() {}

  /**
   * The failures in a file; none where there is no file.
   *
   * @throws IOException if it cannot be read or is another table
   */
  public static List<Failure> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    byte[] bytes = Files.readAllBytes(file);
    String prologue = CsvEncoding.UTF_8.prologue();
    String text = new String(bytes, CsvEncoding.UTF_8.charset());
    Charset spreadsheets = CsvEncoding.WINDOWS_31J.charset();
    text =
        text.startsWith(prologue)
            ? text.substring(prologue.length())
            : new String(bytes, spreadsheets);
    List<Failure> failures = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord row : parser) {
        String page = row.get("page");
        int number = page.isEmpty() ? 0 : Integer.parseInt(page);
        failures.add(new Failure(row.get("source"), number, row.get("reason")));
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    return failures;
  }
}
