package yomitori.desk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yomitori.record.PageRecord;
import yomitori.record.RecordCsvWriter;
import yomitori.resolve.FieldValue;

/**
 * Records as an Excel workbook with the columns of {@code records.csv}. Every cell is a text: codes
 * keep their leading zeros, and nothing that a stranger wrote is run as a formula.
 */
final class RecordWorkbook implements AutoCloseable {

  private static final String APPLICATION = "Yomitori";
  private static final String VERSION = "1.0";

  /** Rows kept in memory: a whole survey has thousands. */
  private static final int FLUSHED_EVERY = 500;

  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<String> fields;
  private int row;

  /**
   * @param fields the columns after the fixed ones
   */
  RecordWorkbook(Path file, List<String> fields) throws IOException {
    this.out = Files.newOutputStream(file);
    this.workbook = new Workbook(out, APPLICATION, VERSION);
    this.sheet = workbook.newWorksheet("records");
    this.fields = List.copyOf(fields);
    List<String> head = new ArrayList<>(RecordCsvWriter.FIXED_COLUMNS);
    head.addAll(fields);
    write(head);
    sheet.freezePane(0, 1);
  }

  void write(PageRecord record) {
    Map<String, String> values =
        record.values().stream().collect(Collectors.toMap(FieldValue::fieldId, FieldValue::value));
    List<String> cells =
        new ArrayList<>(
            List.of(
                record.recordId(),
                record.form(),
                record.formVersion(),
                record.source(),
                Integer.toString(record.page()),
                record.receivedAt().toString(),
                record.status().name().toLowerCase(Locale.ROOT)));
    fields.forEach(field -> cells.add(values.getOrDefault(field, "")));
    write(cells);
  }

  private void write(List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(row, column, cells.get(column));
    }
    row++;
    if (row % FLUSHED_EVERY == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
    out.close();
  }
}
