package yomitori.desk.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import yomitori.desk.values.FieldKey;

/** A sample of accepted fields that a person reads once more, within the caller's transaction. */
final class Rechecks {

  /** Pages that are looked through at once: a turn of the queue must not become slow by it. */
  private static final int PAGES = 50;

  private Rechecks() {}

  /** Draws the sample of the next pages that were not looked through yet. */
  static void draw(Handle handle, double share) {
    if (share == 0) {
      return;
    }
    long from = handle.createQuery("SELECT up_to FROM recheck_drawn").mapTo(long.class).one();
    List<Long> pages =
        handle
            .createQuery("SELECT id FROM page WHERE id > :from ORDER BY id LIMIT :most")
            .bind("from", from)
            .bind("most", PAGES)
            .mapTo(Long.class)
            .list();
    if (pages.isEmpty()) {
      return;
    }
    pages.forEach(page -> draw(handle, page, share));
    handle
        .createUpdate("UPDATE recheck_drawn SET up_to = :upTo")
        .bind("upTo", pages.get(pages.size() - 1))
        .execute();
  }

  private static void draw(Handle handle, long page, double share) {
    record Accepted(FieldKey key, String value) {}
    List<Accepted> accepted =
        handle
            .createQuery(
                "SELECT v.field, v.value FROM field_value v JOIN page p ON p.id = v.page_id WHERE"
                    + " v.page_id = :page AND v.decision = 'accepted' AND v.reason = '' AND"
                    + " p.same_as IS NULL")
            .bind("page", page)
            .map(
                (row, context) ->
                    new Accepted(
                        new FieldKey(page, row.getString("field")), row.getString("value")))
            .list();
    for (Accepted field : accepted) {
      if (Lot.of(field.key(), "recheck") < share) {
        handle
            .createUpdate(
                "INSERT INTO recheck (page_id, field, value) VALUES (:page, :field, :value)"
                    + " ON CONFLICT (page_id, field) DO NOTHING")
            .bind("page", page)
            .bind("field", field.key().field())
            .bind("value", field.value())
            .execute();
      }
    }
  }

  /** Whether a field is to be read once more. */
  static boolean isOpen(Handle handle, FieldKey key) {
    return handle
        .createQuery(
            "SELECT value FROM recheck WHERE page_id = :page AND field = :field AND at = 0")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  static void done(Handle handle, FieldKey key, Instant at, String said) {
    mark(handle, key, at.toEpochMilli(), said);
  }

  /** It is to be read once more after all. */
  static void reopen(Handle handle, FieldKey key) {
    mark(handle, key, 0, "");
  }

  private static void mark(Handle handle, FieldKey key, long at, String said) {
    handle
        .createUpdate(
            "UPDATE recheck SET at = :at, said = :said WHERE page_id = :page AND field = :field")
        .bind("at", at)
        .bind("said", said)
        .bind("page", key.pageId())
        .bind("field", key.field())
        .execute();
  }

  /** By field; a field that is in doubt again is still open. */
  static Map<FormField, ErrorRate> errorRates(Handle handle) {
    return FormField.map(
        handle,
        "SELECT p.form, p.form_version, r.field, SUM(CASE WHEN r.at > 0 AND v.decision <> 'review'"
            + " THEN 1 ELSE 0 END) AS settled, SUM(CASE WHEN r.at > 0 AND v.decision <> 'review'"
            + " AND v.value <> r.value THEN 1 ELSE 0 END) AS wrong, COUNT(*) AS n FROM recheck r"
            + " JOIN field_value v ON v.page_id = r.page_id AND v.field = r.field JOIN page p ON"
            + " p.id = r.page_id GROUP BY p.form, p.form_version, r.field",
        (row, context) -> {
          int settled = row.getInt("settled");
          return new ErrorRate(
              new Comparison(settled, row.getInt("wrong")), row.getInt("n") - settled);
        });
  }
}
