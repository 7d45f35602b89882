package yomitori.desk.place;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.values.PuttingAside;
import yomitori.desk.values.Values;

/** Makes a page again one that could not be read, within the caller's transaction. */
final class Unreading {

  private Unreading() {}

  /**
   * What a page was before.
   *
   * @param status unreadable, not_a_form or failed
   */
  record Before(String recordId, String form, String formVersion, String status) {}

  /** Locks a page and those for which it stands, in the order in which everybody locks pages. */
  static void lock(Handle handle, long page) {
    handle
        .createQuery("SELECT id FROM page WHERE id = :page OR same_as = :page ORDER BY id")
        .bind("page", page)
        .mapTo(Long.class)
        .list()
        .forEach(id -> Values.lock(handle, id));
  }

  /** Whether a person has decided a value of a page and not taken that back. */
  static boolean isDecided(Handle handle, long page) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM decision d WHERE d.page_id = :page AND d.kind NOT IN ('undo',"
                    + " 'redecide', 'page') AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes"
                    + " = d.id)")
            .bind("page", page)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Takes the values of a {@linkplain #lock locked} page; pages for which it stood count again. */
  static void of(
      Handle handle, Actor who, long page, Before before, PageLedger pages, Instant now) {
    for (String table : List.of("field_value", "recheck", "skipped", "sheet_hold", "lease")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE page_id = :page")
          .bind("page", page)
          .execute();
    }
    handle
        .createUpdate(
            "UPDATE page SET record_id = :record, form = :form, form_version = :version, status ="
                + " :status, same_as = (SELECT MIN(o.id) FROM page o WHERE o.record_id = :record"
                + " AND o.record_id <> '' AND o.same_as IS NULL AND o.id <> :page) WHERE id ="
                + " :page")
        .bind("record", before.recordId())
        .bind("form", before.form())
        .bind("version", before.formVersion())
        .bind("status", before.status())
        .bind("page", page)
        .execute();
    Values.changed(handle, page, now);
    PuttingAside.release(handle, now, who, page).forEach(copy -> pages.fill(handle, copy));
  }
}
