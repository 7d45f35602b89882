package yomitori.desk.place;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.values.StoredLine;
import yomitori.desk.values.Values;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.record.RecordId;
import yomitori.resolve.FieldValue;

/**
 * What becomes of pages that could not be read as a form: a person says that there is nothing to
 * read, or types the fields; either can be taken back. May be used from any thread.
 */
public final class UnreadOutcomes {

  private final Ledger ledger;
  private final PageLedger pages;
  private final Clock clock;

  /**
   * @param pages writes what was read
   */
  public UnreadOutcomes(Ledger ledger, PageLedger pages, Clock clock) {
    this.ledger = ledger;
    this.pages = pages;
    this.clock = clock;
  }

  /** There is nothing to read; false where the page was read, or was settled before. */
  public boolean notAForm(Actor who, long page) {
    return ledger.write(handle -> settle(handle, who, page, "not_a_form"));
  }

  /**
   * The page gets a form's fields, each in doubt and without a value, for a person to type; false
   * where the page was read, or was settled before.
   */
  public boolean type(Actor who, long page, Form form) {
    return ledger.write(
        handle -> {
          boolean open = settle(handle, who, page, "typed");
          if (open) {
            handle
                .createUpdate(
                    "UPDATE page SET form = :form, form_version = :version, status = 'review',"
                        + " record_id = :record WHERE id = :page")
                .bind("form", form.id())
                .bind("version", form.version())
                .bind("record", recordId(handle, page, form))
                .bind("page", page)
                .execute();
            addFields(handle, page, form);
          }
          return open;
        });
  }

  /** A page that was decoded has its name already; one that was not gets one of its file's. */
  private static String recordId(Handle handle, long page, Form form) {
    return handle
        .createQuery(
            "SELECT p.record_id, p.number, f.sha256 FROM page p JOIN fax f ON f.id = p.fax_id WHERE"
                + " p.id = :page")
        .bind("page", page)
        .map(
            (row, context) ->
                row.getString("record_id").isEmpty()
                    ? RecordId.ofTyped(
                        row.getString("sha256"), row.getInt("number"), form.id(), form.version())
                    : row.getString("record_id"))
        .one();
  }

  private boolean settle(Handle handle, Actor who, long page, String outcome) {
    Instant now = clock.instant();
    Values.lock(handle, page);
    int added =
        handle
            .createUpdate(
                "INSERT INTO settled (page_id, operator_id, at, outcome) SELECT id, :who, :at,"
                    + " :outcome FROM page WHERE id = :page AND status IN ('unreadable',"
                    + " 'not_a_form', 'failed') ON CONFLICT (page_id) DO NOTHING")
            .bind("who", who.id())
            .bind("at", now.toEpochMilli())
            .bind("outcome", outcome)
            .bind("page", page)
            .execute();
    if (added > 0) {
      Values.changed(handle, page, now);
      String id = Long.toString(page);
      Audit.add(handle, now, who, Deed.change(Action.CORRECTED, Values.PAGE, id, "", outcome));
    }
    return added > 0;
  }

  /**
   * Makes a page what it was before it was settled; false where it was not, or where a field of it
   * was typed and that was not taken back.
   */
  public boolean takeBack(Actor who, long page) {
    return ledger.write(
        handle -> {
          Instant now = clock.instant();
          Unreading.lock(handle, page);
          Optional<String> outcome =
              handle
                  .createQuery("SELECT outcome FROM settled WHERE page_id = :page")
                  .bind("page", page)
                  .mapTo(String.class)
                  .findOne();
          if (outcome.isEmpty() || Unreading.isDecided(handle, page)) {
            return false;
          }
          Unreading.of(handle, who, page, asRead(handle, page), pages, now);
          handle.execute("DELETE FROM settled WHERE page_id = ?", page);
          String id = Long.toString(page);
          Audit.add(
              handle, now, who, Deed.change(Action.UNDONE, Values.PAGE, id, outcome.get(), ""));
          return true;
        });
  }

  /** A page without a reading could not be decoded. */
  private static Unreading.Before asRead(Handle handle, long page) {
    return handle
        .createQuery("SELECT line FROM reading WHERE page_id = :page")
        .bind("page", page)
        .mapTo(String.class)
        .findOne()
        .map(line -> StoredLine.parse(line).record())
        .map(
            record ->
                new Unreading.Before(
                    record.recordId(),
                    record.form(),
                    record.formVersion(),
                    record.status().name().toLowerCase(Locale.ROOT)))
        .orElse(new Unreading.Before("", "", "", "failed"));
  }

  private static void addFields(Handle handle, long page, Form form) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO field_value (page_id, position, field, value, confidence, decision, reason,"
                + " worth) VALUES (:page, :position, :field, :value, 0, 'review', '', 0)");
    int position = 0;
    for (Field field : form.fields()) {
      batch
          .bind("page", page)
          .bind("position", position++)
          .bind("field", field.id())
          .bind("value", field instanceof CheckboxField ? FieldValue.IN_DOUBT : "")
          .add();
    }
    batch.execute();
  }
}
