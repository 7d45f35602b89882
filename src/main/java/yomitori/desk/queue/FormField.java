package yomitori.desk.queue;

import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A field of an edition of a form.
 *
 * @param form its id
 * @param version of the form
 * @param field its id
 */
public record FormField(String form, String version, String field) {

  /** From the columns of a page and a field. */
  static final RowMapper<FormField> ROW =
      (row, context) ->
          new FormField(
              row.getString("form"), row.getString("form_version"), row.getString("field"));

  /** What a query that has one row for each field says of it. */
  static <T> Map<FormField, T> map(Handle handle, String query, RowMapper<T> figures) {
    return handle
        .createQuery(query)
        .map((row, context) -> Map.entry(ROW.map(row, context), figures.map(row, context)))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
