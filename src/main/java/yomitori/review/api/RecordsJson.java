package yomitori.review.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import yomitori.desk.export.ReviewedRecords;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Values;
import yomitori.record.PageRecord;
import yomitori.record.RecordJson;
import yomitori.record.RecordLine;

/**
 * Records as programs get them: as in {@code records.jsonl}, without what they were decided from,
 * and with the version of each field, by which an answer says what it has seen.
 */
final class RecordsJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ledger ledger;

  RecordsJson(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Records by page; pages without one are left out. */
  Map<Long, ObjectNode> of(Collection<Long> pages) {
    return ledger.read(
        handle -> {
          Map<FieldKey, Long> versions = Values.versions(handle, pages);
          Map<Long, String> kept = kept(handle, pages);
          Map<Long, ObjectNode> records = new LinkedHashMap<>();
          for (Map.Entry<Long, RecordLine> line : ReviewedRecords.of(handle, pages).entrySet()) {
            long page = line.getKey();
            ObjectNode record = json(page, line.getValue().record(), versions);
            records.put(page, record.put("same_as", kept.get(page)));
          }
          return records;
        });
  }

  /** The record that stands for that of a page, for pages that count for nothing. */
  private static Map<Long, String> kept(Handle handle, Collection<Long> pages) {
    Map<Long, String> kept = new HashMap<>();
    handle
        .createQuery(
            "SELECT p.id, kept.record_id FROM page p JOIN page kept ON kept.id = p.same_as WHERE"
                + " p.id IN (<pages>)")
        .bindList(EmptyHandling.NULL_KEYWORD, "pages", List.copyOf(pages))
        .map((row, context) -> kept.put(row.getLong("id"), row.getString("record_id")))
        .list();
    return kept;
  }

  private static ObjectNode json(long page, PageRecord record, Map<FieldKey, Long> versions) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(RecordJson.line(record));
      for (Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
        long version = versions.getOrDefault(new FieldKey(page, field.getKey()), 0L);
        ((ObjectNode) field.getValue()).put("version", version);
      }
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page of a record; of several copies the one that counts, if any does. */
  Optional<Long> page(String recordId) {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM page WHERE record_id = :record AND record_id <> '' ORDER BY"
                        + " CASE WHEN same_as IS NULL THEN 0 ELSE 1 END, id LIMIT 1")
                .bind("record", recordId)
                .mapTo(Long.class)
                .findOne());
  }

  /**
   * As {@link #page}.
   *
   * @throws ApiProblem if there is no such record
   */
  long pageOrProblem(String recordId) {
    return page(recordId)
        .orElseThrow(() -> new ApiProblem(ApiProblem.NOT_FOUND, "noRecord", recordId));
  }

  /**
   * One field of a record.
   *
   * @throws ApiProblem if the page has no such field
   */
  ObjectNode field(long page, String field) {
    ObjectNode record = of(List.of(page)).get(page);
    JsonNode found = record == null ? null : record.path("fields").get(field);
    if (found == null) {
      throw new ApiProblem(ApiProblem.NOT_FOUND, "noField", field);
    }
    return (ObjectNode) found;
  }

  /** A list, and where to go on. */
  static Map<String, Object> list(String name, List<?> items, Object next, boolean more) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put(name, new ArrayList<>(items));
    list.put("next", next);
    list.put("more", more);
    return list;
  }
}
