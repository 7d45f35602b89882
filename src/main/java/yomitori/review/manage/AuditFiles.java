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
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.audit.AuditRow;
import yomitori.review.web.SpreadsheetCsv;

/** The trail as files: rows in the order in which things were done, times in UTC. */
final class AuditFiles {

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

  /** For spreadsheets. */
  static void csv(Audit audit, AuditFilter filter, OutputStream out) throws IOException {
    try (SpreadsheetCsv csv = new SpreadsheetCsv(out)) {
      csv.row(COLUMNS);
      each(audit, filter, row -> csv.row(columns(row).values()));
    }
  }

  /** Exactly what is in the ledger. */
  static void jsonl(Audit audit, AuditFilter filter, OutputStream out) throws IOException {
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
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
}
