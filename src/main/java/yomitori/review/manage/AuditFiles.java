package yomitori.review.manage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.audit.AuditRow;

/** The trail as files: rows in the order in which things were done, times in UTC. */
final class AuditFiles {

  /** Tells spreadsheets that the file is UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A cell that begins so would be taken for a formula. */
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "at",
          "operator",
          "action",
          "subject",
          "subject_id",
          "field",
          "old_value",
          "new_value");

  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditFiles() {}

  /** For spreadsheets; an apostrophe stands before what they would take for a formula. */
  static void csv(Audit audit, AuditFilter filter, OutputStream out) throws IOException {
    try (Writer writer = writer(out)) {
      writer.append(BYTE_ORDER_MARK);
      CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
      printer.printRecord(COLUMNS);
      each(
          audit,
          filter,
          row ->
              printer.printRecord(
                  columns(row).values().stream().map(AuditFiles::harmless).toList()));
    }
  }

  /** Exactly what is in the ledger. */
  static void jsonl(Audit audit, AuditFilter filter, OutputStream out) throws IOException {
    try (Writer writer = writer(out)) {
      each(audit, filter, row -> writer.append(JSON.writeValueAsString(columns(row))).append('\n'));
    }
  }

  @FunctionalInterface
  private interface Line {
    void write(AuditRow row) throws IOException;
  }

  private static void each(Audit audit, AuditFilter filter, Line line) throws IOException {
    try {
      audit.each(
          filter,
          row -> {
            try {
              line.write(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Map<String, Object> columns(AuditRow row) {
    List<Object> cells =
        List.of(
            row.id(),
            row.at().toString(),
            row.actor().name(),
            row.deed().action().word(),
            row.deed().subject(),
            row.deed().subjectId(),
            row.deed().field(),
            row.deed().oldValue(),
            row.deed().newValue());
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.put(COLUMNS.get(i), cells.get(i));
    }
    return columns;
  }

  private static Object harmless(Object cell) {
    return cell instanceof String text
            && !text.isEmpty()
            && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : cell;
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
