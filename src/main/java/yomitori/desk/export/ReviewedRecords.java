package yomitori.desk.export;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.Values;
import yomitori.record.BrokenRecordException;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordLine;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;

/** The records of pages as they are now: the reading, and over it what people decided. */
final class ReviewedRecords {

  /**
   * A page that may be handed over.
   *
   * @param id in the ledger
   * @param changedAt when a value of it was last decided, ms
   * @param status as in the ledger
   */
  record Page(long id, long changedAt, String status) {}

  private ReviewedRecords() {}

  /** Pages with nothing left in doubt that were never handed over as they are now, by number. */
  static List<Page> fresh(Handle handle) {
    return handle
        .createQuery(
            "SELECT page.id, page.changed_at, page.status FROM page LEFT JOIN exported ON"
                + " exported.page_id = page.id WHERE page.status = 'accepted' AND page.same_as IS"
                + " NULL AND (exported.page_id IS NULL OR exported.changed_at <> page.changed_at)"
                + " ORDER BY page.id")
        .map((row, context) -> page(row))
        .list();
  }

  /**
   * A page's record.
   *
   * @throws BrokenRecordException if the ledger's line is none
   */
  static RecordLine line(Handle handle, Page page) throws BrokenRecordException {
    String read =
        handle
            .createQuery("SELECT line FROM reading WHERE page_id = :page")
            .bind("page", page.id())
            .mapTo(String.class)
            .one();
    RecordLine line = RecordLine.parse(read.getBytes(StandardCharsets.UTF_8));
    Map<String, FieldValue> before =
        line.record().values().stream()
            .collect(Collectors.toMap(FieldValue::fieldId, Function.identity()));
    List<FieldValue> decided = new ArrayList<>();
    Values.states(handle, page.id())
        .forEach(
            (field, now) -> {
              if (now.decision() == Decision.CORRECTED) {
                decided.add(corrected(field, now, Optional.ofNullable(before.get(field))));
              }
            });
    Status status = Status.valueOf(page.status().toUpperCase(Locale.ROOT));
    return decided.isEmpty() && status == line.record().status()
        ? line
        : line.with(decided, status);
  }

  private static FieldValue corrected(String field, FieldState now, Optional<FieldValue> before) {
    return new FieldValue(
        field,
        now.value(),
        now.confidence(),
        now.decision(),
        before.map(FieldValue::alternatives).orElse(List.of()),
        before.flatMap(FieldValue::reason),
        before.flatMap(FieldValue::box));
  }

  private static Page page(ResultSet row) throws SQLException {
    return new Page(row.getLong("id"), row.getLong("changed_at"), row.getString("status"));
  }
}
