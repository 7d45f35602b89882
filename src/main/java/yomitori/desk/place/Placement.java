package yomitori.desk.place;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.values.Values;

/** Puts a page that was read by four points into the ledger, and back, within a transaction. */
final class Placement {

  private static final String UNREAD =
      " FROM page p LEFT JOIN reading r ON r.page_id = p.id WHERE p.id = :page AND p.status IN"
          + " ('unreadable', 'not_a_form') AND NOT EXISTS (SELECT 1 FROM settled s WHERE s.page_id"
          + " = p.id)";

  private Placement() {}

  /** Whether a page waits for somebody to say what becomes of it, and could be decoded. */
  static boolean isUnread(Handle handle, long page) {
    return handle.createQuery("SELECT COUNT(*)" + UNREAD).bind("page", page).mapTo(int.class).one()
        > 0;
  }

  /** Takes what was read; false where the page was read or settled meanwhile. */
  static boolean take(
      Handle handle,
      Actor who,
      long page,
      FourPoints points,
      LaidReader.Outcome read,
      PageLedger pages,
      Instant now) {
    Values.lock(handle, page);
    int noted =
        handle
            .createUpdate(
                "INSERT INTO placement (page_id, operator_id, operator, at, points, matched,"
                    + " old_record_id, old_form, old_form_version, old_status, old_line) SELECT"
                    + " p.id, :who, :name, :at, :points, :matched, p.record_id, p.form,"
                    + " p.form_version, p.status, COALESCE(r.line, '')"
                    + UNREAD)
            .bind("who", who.id())
            .bind("name", who.name())
            .bind("at", now.toEpochMilli())
            .bind("points", words(points))
            .bind("matched", read.matched())
            .bind("page", page)
            .execute();
    if (noted == 0) {
      return false;
    }
    pages.replace(handle, page, read.record(), now);
    Values.changed(handle, page, now);
    audit(handle, who, page, "", words(points), now);
    return true;
  }

  /** Whether a page stands as it was read by four points. */
  static boolean stands(Handle handle, long page) {
    return handle
            .createQuery("SELECT COUNT(*) FROM placement WHERE page_id = :page AND undone_at = 0")
            .bind("page", page)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Makes the page what it was; false where somebody has decided something of it since. */
  static boolean takeBack(Handle handle, Actor who, long page, PageLedger pages, Instant now) {
    Unreading.lock(handle, page);
    Optional<Long> id =
        handle
            .createQuery("SELECT MAX(id) FROM placement WHERE page_id = :page AND undone_at = 0")
            .bind("page", page)
            .mapTo(Long.class)
            .findOne();
    if (id.isEmpty() || Unreading.isDecided(handle, page)) {
      return false;
    }
    Unreading.of(handle, who, page, before(handle, id.get()), pages, now);
    handle
        .createUpdate(
            "UPDATE reading SET line = (SELECT old_line FROM placement WHERE id = :id) WHERE"
                + " page_id = :page")
        .bind("id", id.get())
        .bind("page", page)
        .execute();
    handle
        .createUpdate("UPDATE placement SET undone_at = :at WHERE id = :id")
        .bind("at", now.toEpochMilli())
        .bind("id", id.get())
        .execute();
    audit(handle, who, page, "placed", "", now);
    return true;
  }

  private static Unreading.Before before(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM placement WHERE id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Unreading.Before(
                    row.getString("old_record_id"),
                    row.getString("old_form"),
                    row.getString("old_form_version"),
                    row.getString("old_status")))
        .one();
  }

  private static void audit(
      Handle handle, Actor who, long page, String before, String after, Instant now) {
    String id = Long.toString(page);
    Deed deed = Deed.change(Action.READ_AGAIN, Values.PAGE, id, before, after);
    Audit.add(handle, now, who, deed);
  }

  private static String words(FourPoints points) {
    return points.onPage().stream()
        .map(p -> Math.round(p.x()) + "," + Math.round(p.y()))
        .collect(Collectors.joining(" "));
  }
}
