package yomitori.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.ledger.Ledger;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;

/**
 * A fax of one page that was read, to be put straight into a ledger.
 *
 * @param source its path below the inbox
 * @param values by field; the others are empty
 * @param doubts fields that are in doubt, with their reason
 */
public record SentPage(
    String source, Instant received, Map<String, String> values, Map<String, String> doubts) {

  /** The form of all of them. */
  public static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");

  /** A page that names its sender. */
  public static SentPage of(
      String source, Instant received, String prefecture, String code, String name) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("prefecture", prefecture);
    values.put("institution_code", code);
    values.put("institution_name", name);
    return new SentPage(source, received, values, Map.of());
  }

  /** The same with another value. */
  public SentPage with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(field, value);
    return new SentPage(source, received, more, doubts);
  }

  /** The same with a field in doubt. */
  public SentPage doubting(String field) {
    Map<String, String> more = new LinkedHashMap<>(doubts);
    more.put(field, "faint_mark");
    return new SentPage(source, received, values, more);
  }

  /** Puts it into a ledger; gives the page's number. */
  public long into(Ledger ledger) {
    return ledger.write(this::into);
  }

  /** Puts it into a ledger within a transaction. */
  public long into(Handle handle) {
    int slash = source.lastIndexOf('/');
    long fax =
        handle
            .createUpdate(
                "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                    + " archived, state, pages) SELECT 'sha' || COUNT(*), :name, :source, :sender,"
                    + " 1, :at, :at, 'archive/' || COUNT(*), 'read', 1 FROM fax")
            .bind("name", source.substring(slash + 1))
            .bind("source", source)
            .bind("sender", slash < 0 ? "" : source.substring(0, slash))
            .bind("at", received.toEpochMilli())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    long page =
        handle
            .createUpdate(
                "INSERT INTO page (fax_id, number, record_id, form, form_version, status, read_at,"
                    + " changed_at) VALUES (:fax, 1, :record, :form, :version, :status, :at, :at)")
            .bind("fax", fax)
            .bind("record", String.format(Locale.ROOT, "%032x", fax))
            .bind("form", FORM.id())
            .bind("version", FORM.version())
            .bind("status", doubts.isEmpty() ? "accepted" : "review")
            .bind("at", received.toEpochMilli())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    addValues(handle, page);
    return page;
  }

  private void addValues(Handle handle, long page) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO field_value (page_id, position, field, value, confidence, decision,"
                + " reason, worth) VALUES (:page, :position, :field, :value, 0.9, :decision,"
                + " :reason, 1)");
    int position = 0;
    for (Field field : FORM.fields()) {
      String none = field instanceof CheckboxField ? "0" : "";
      batch
          .bind("page", page)
          .bind("position", position++)
          .bind("field", field.id())
          .bind("value", values.getOrDefault(field.id(), none))
          .bind("decision", doubts.containsKey(field.id()) ? "review" : "accepted")
          .bind("reason", doubts.getOrDefault(field.id(), ""))
          .add();
    }
    batch.execute();
  }
}
