package yomitori.desk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.StoredLine;
import yomitori.desk.values.Values;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordJson;
import yomitori.record.RecordLine;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;

/** The records of pages as they are now: the reading, and over it what people decided. */
public final class ReviewedRecords {

  private ReviewedRecords() {}

  /** What the ledger holds of a page beside its values. */
  private record Row(long id, PageRecord bare, Optional<String> line) {}

  /**
   * The records of pages that have one, by page, in the order of the pages' numbers.
   *
   * @param pages few enough for one statement
   */
  public static Map<Long, RecordLine> of(Handle handle, Collection<Long> pages) {
    Map<Long, Map<String, FieldState>> states = Values.states(handle, pages);
    Map<Long, RecordLine> lines = new LinkedHashMap<>();
    for (Row row : rows(handle, pages)) {
      lines.put(row.id(), line(row, states.getOrDefault(row.id(), Map.of())));
    }
    return lines;
  }

  private static List<Row> rows(Handle handle, Collection<Long> pages) {
    return handle
        .createQuery(
            "SELECT p.*, f.source, f.received_at, r.line FROM page p JOIN fax f ON f.id = p.fax_id"
                + " LEFT JOIN reading r ON r.page_id = p.id WHERE p.id IN (<pages>) AND p.status <>"
                + " 'failed' ORDER BY p.id")
        .bindList(EmptyHandling.NULL_KEYWORD, "pages", List.copyOf(pages))
        .map(
            (row, context) ->
                new Row(
                    row.getLong("id"),
                    new PageRecord(
                        row.getString("record_id"),
                        row.getString("form"),
                        row.getString("form_version"),
                        row.getString("source"),
                        Math.max(1, row.getInt("number")), // 0: the file could not be opened
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        List.of()),
                    Optional.ofNullable(row.getString("line"))))
        .list();
  }

  private static RecordLine line(Row row, Map<String, FieldState> states) {
    try {
      Optional<RecordLine> read = row.line().map(StoredLine::parse);
      boolean wasRead = read.isPresent() && !read.get().record().values().isEmpty();
      return read.isPresent() && (wasRead || states.isEmpty())
          ? decided(read.get(), states, row.bare().status())
          : typed(row.bare(), states);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordLine decided(
      RecordLine line, Map<String, FieldState> states, Status status) {
    Map<String, FieldValue> before =
        line.record().values().stream()
            .collect(Collectors.toMap(FieldValue::fieldId, Function.identity()));
    List<FieldValue> decided = new ArrayList<>();
    states.forEach(
        (field, now) -> {
          FieldValue read = before.get(field);
          if (read != null && !isAsRead(read, now)) {
            decided.add(value(field, now, Optional.of(read)));
          }
        });
    return decided.isEmpty() && status == line.record().status()
        ? line
        : line.with(decided, status);
  }

  private static boolean isAsRead(FieldValue read, FieldState now) {
    return now.decision() != Decision.CORRECTED
        && now.inDoubt() == read.inDoubt()
        && now.value().equals(read.value())
        && now.confidence() == read.confidence();
  }

  /** A page that could not be read has only what people typed. */
  private static RecordLine typed(PageRecord bare, Map<String, FieldState> states)
      throws IOException {
    List<FieldValue> values = new ArrayList<>();
    states.forEach((field, now) -> values.add(value(field, now, Optional.empty())));
    PageRecord record =
        new PageRecord(
            bare.recordId(),
            bare.form(),
            bare.formVersion(),
            bare.source(),
            bare.page(),
            bare.receivedAt(),
            bare.status(),
            values);
    return StoredLine.parse(new String(RecordJson.line(record), StandardCharsets.UTF_8));
  }

  private static FieldValue value(String field, FieldState now, Optional<FieldValue> read) {
    return new FieldValue(
        field,
        now.value(),
        now.confidence(),
        now.decision(),
        read.map(FieldValue::alternatives).orElse(List.of()),
        now.reason().isEmpty() ? read.flatMap(FieldValue::reason) : Optional.of(reason(now)),
        read.flatMap(FieldValue::box));
  }

  private static Reason reason(FieldState now) {
    return Reason.valueOf(now.reason().toUpperCase(Locale.ROOT));
  }
}
