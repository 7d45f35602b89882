package yomitori.desk.reading;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.record.PageRecord;
import yomitori.resolve.FieldValue;

/** What was read of a page as rows of the ledger, within the caller's transaction. */
public final class PageValues {

  private PageValues() {}

  /** Adds the values of a page that has none. */
  static void insert(Handle handle, long page, Form form, PageRecord record) {
    Map<String, Field> fields =
        form.fields().stream().collect(Collectors.toMap(Field::id, Function.identity()));
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO field_value (page_id, position, field, value, confidence, decision,"
                + " reason, worth, likely) VALUES (:page, :position, :field, :value, :confidence,"
                + " :decision, :reason, :worth, :likely)");
    int position = 0;
    for (FieldValue value : record.values()) {
      FieldState state = FieldState.read(value);
      batch
          .bind("page", page)
          .bind("position", position++)
          .bind("field", value.fieldId())
          .bind("value", state.value())
          .bind("confidence", state.confidence())
          .bind("decision", state.decisionWord())
          .bind("reason", state.reason())
          .bind("worth", Worth.of(fields.get(value.fieldId()), value))
          .bind("likely", likely(value))
          .add();
    }
    batch.execute();
  }

  /** Brings up to date what follows from a value that was decided anew. */
  public static void refresh(Handle handle, FieldKey key, Field field, FieldValue value) {
    handle
        .createUpdate(
            "UPDATE field_value SET worth = :worth, likely = :likely WHERE page_id = :page AND"
                + " field = :field")
        .bind("worth", Worth.of(field, value))
        .bind("likely", likely(value))
        .bind("page", key.pageId())
        .bind("field", key.field())
        .execute();
  }

  private static String likely(FieldValue value) {
    return value.value().equals(FieldValue.IN_DOUBT)
        ? value.alternatives().stream().findFirst().orElse("")
        : "";
  }
}
