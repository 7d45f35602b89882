package yomitori.desk.values;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import yomitori.form.Form;
import yomitori.resolve.FieldValue;

/**
 * What is known of a page.
 *
 * @param id in the ledger
 * @param source the file's path below the inbox
 * @param number from 1 within the file; 0 for a file that could not be opened
 * @param received when the file was last written
 * @param archived the file's path below the data folder
 * @param status accepted, review, unreadable, not_a_form or failed
 * @param form the form it was read with; empty where it was with none or the desk reads it no more
 * @param fields in the form's order; empty where it was not read as a form
 * @param settled what a person made of a page that could not be read: not_a_form or typed
 * @param sameAs the page that counts in its place; empty where it counts itself
 */
public record PageFacts(
    long id,
    String source,
    int number,
    Instant received,
    String archived,
    String status,
    Optional<Form> form,
    List<FieldFacts> fields,
    Optional<String> settled,
    Optional<Long> sameAs) {

  public PageFacts {
    fields = List.copyOf(fields);
  }

  /** A page; empty where there is none. */
  public static Optional<PageFacts> find(Handle handle, PageForms forms, long id) {
    return handle
        .createQuery(
            "SELECT p.*, f.source, f.received_at, f.archived, r.line, s.outcome FROM page p JOIN fax"
                + " f ON f.id = p.fax_id LEFT JOIN reading r ON r.page_id = p.id LEFT JOIN settled s"
                + " ON s.page_id = p.id WHERE p.id = :page")
        .bind("page", id)
        .map(
            (row, context) -> {
              Optional<Form> form =
                  forms.find(row.getString("form"), row.getString("form_version"));
              return new PageFacts(
                  id,
                  row.getString("source"),
                  row.getInt("number"),
                  Instant.ofEpochMilli(row.getLong("received_at")),
                  row.getString("archived"),
                  row.getString("status"),
                  form,
                  fields(handle, id, form, read(row.getString("line"))),
                  Optional.ofNullable(row.getString("outcome")),
                  Optional.ofNullable(row.getString("same_as")).map(Long::valueOf));
            })
        .findOne();
  }

  /** One field of the page. */
  public Optional<FieldFacts> field(String field) {
    return fields.stream().filter(f -> f.id().equals(field)).findFirst();
  }

  private static Map<String, FieldValue> read(String line) {
    if (line == null) {
      return Map.of();
    }
    return StoredLine.parse(line).record().values().stream()
        .collect(Collectors.toMap(FieldValue::fieldId, Function.identity()));
  }

  private static List<FieldFacts> fields(
      Handle handle, long page, Optional<Form> form, Map<String, FieldValue> read) {
    return handle
        .createQuery(
            "SELECT v.*, "
                + Values.VERSION
                + " FROM field_value v WHERE v.page_id = :page ORDER BY v.position")
        .bind("page", page)
        .map(
            (row, context) -> {
              String id = row.getString("field");
              Optional<FieldValue> reading = Optional.ofNullable(read.get(id));
              return new FieldFacts(
                  id,
                  form.flatMap(f -> PageForms.field(f, id)),
                  FieldState.ROW.map(row, context),
                  reading.map(FieldValue::alternatives).orElse(List.of()),
                  reading.flatMap(FieldValue::box),
                  row.getLong("version"));
            })
        .list();
  }
}
