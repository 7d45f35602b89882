package yomitori.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import yomitori.resolve.FieldValue;

/**
 * Writes {@code records.csv}: RFC 4180, one row for each form page, seven fixed columns and then
 * one for each field id in the order given. Fields of other forms, and of pages that were not read,
 * stay empty.
 *
 * <p>A value that a spreadsheet would run as a formula gets an apostrophe in front ({@link
 * SpreadsheetText}), because values are written by strangers. Only field values are changed; {@code
 * records.jsonl} has them as they were read.
 *
 * <p>Not thread-safe.
 */
public final class RecordCsvWriter implements Closeable {

  /** The columns before those of the fields. */
  public static final List<String> FIXED_COLUMNS =
      List.of("record_id", "form", "form_version", "source", "page", "received_at", "status");

  private final StagedFile file;
  private final CsvEncoding encoding;
  private final List<String> fields;
  private final Consumer<Unwritable> warnings;

  /**
   * A value of which some characters could not be written in the file's encoding.
   *
   * @param recordId the record
   * @param column where in it
   */
  public record Unwritable(String recordId, String column) {}

  /**
   * @param target the file; it appears when {@link #publish} is called
   * @param fields the columns after the fixed ones: field ids
   * @param warnings is told of each value that lost characters to the encoding
   */
  public RecordCsvWriter(
      Path target, List<String> fields, CsvEncoding encoding, Consumer<Unwritable> warnings)
      throws IOException {
    this.file = new StagedFile(target);
    this.encoding = encoding;
    this.warnings = warnings;
    this.fields = List.copyOf(fields);
    List<String> header = new ArrayList<>(FIXED_COLUMNS);
    header.addAll(fields);
    file.append(encoding.bytes(encoding.prologue() + line(header)));
  }

  /** Appends one row. */
  public void write(PageRecord record) throws IOException {
    List<String> row = new ArrayList<>();
    row.add(record.recordId());
    row.add(record.form());
    row.add(record.formVersion());
    row.add(writable(record, "source", record.source()));
    row.add(Integer.toString(record.page()));
    row.add(record.receivedAt().toString());
    row.add(record.status().name().toLowerCase(Locale.ROOT));
    Map<String, String> values =
        record.values().stream().collect(Collectors.toMap(FieldValue::fieldId, FieldValue::value));
    for (String field : fields) {
      row.add(writable(record, field, SpreadsheetText.harmless(values.getOrDefault(field, ""))));
    }
    file.append(encoding.bytes(line(row)));
  }

  private String writable(PageRecord record, String column, String text) {
    String writable = encoding.writable(text);
    if (writable.contains(CsvEncoding.GETA) && !text.contains(CsvEncoding.GETA)) {
      warnings.accept(new Unwritable(record.recordId(), column));
    }
    return writable;
  }

  /** The value that a cell was written for: without the apostrophe that keeps it from running. */
  public static String original(String cell) {
    String bare = cell.startsWith("'") ? cell.substring(1) : "";
    return SpreadsheetText.harmless(bare).equals(cell) ? bare : cell;
  }

  static String line(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
  }

  /** Closes the file and gives it its name. */
  public void publish() throws IOException {
    file.publish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
