package yomitori.desk.values;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.resolve.FieldValue.Decision;

/**
 * Lets another page with the same answers stand for one that then counts for nothing, and takes
 * that back, within the caller's transaction. The values of neither are changed.
 */
public final class PuttingAside {

  /**
   * A condition on rows with a {@code page_id}: the page was not put aside. Pages are, with values,
   * where they were sent again, or read anew as what was there before.
   */
  public static final String NOT_ASIDE =
      "page_id NOT IN (SELECT id FROM page WHERE same_as IS NOT NULL)";

  /** The field of rows of the history about a page as a whole. */
  private static final String WHOLE_PAGE = "";

  private PuttingAside() {}

  /** Whether a page counts: it was read as a form and no other page stands for it. */
  public static boolean counts(Handle handle, long page) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM page WHERE id = :page AND same_as IS NULL AND status IN"
                    + " ('accepted', 'review')")
            .bind("page", page)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /**
   * Puts a page aside; false, and nothing is changed, where one of the two does not count.
   *
   * @param kept the page that stands for it
   */
  public static boolean aside(Handle handle, Instant at, Actor who, long page, long kept) {
    Values.lock(handle, Math.min(page, kept));
    Values.lock(handle, Math.max(page, kept));
    if (page == kept || !counts(handle, page) || !counts(handle, kept)) {
      return false;
    }
    set(handle, at, page, Optional.of(kept));
    note(handle, at, who, Action.PUT_ASIDE, page, "", Long.toString(kept));
    return true;
  }

  /** Lets a page count again that was put aside for another; false where it was not. */
  public static boolean back(Handle handle, Instant at, Actor who, long page, long kept) {
    Values.lock(handle, page);
    boolean aside =
        handle
                .createQuery("SELECT COUNT(*) FROM page WHERE id = :page AND same_as = :kept")
                .bind("page", page)
                .bind("kept", kept)
                .mapTo(int.class)
                .one()
            > 0;
    if (aside) {
      set(handle, at, page, Optional.empty());
      note(handle, at, who, Action.UNDONE, page, Long.toString(kept), "");
    }
    return aside;
  }

  /**
   * A page is no longer read as it was: what was said of it and others is forgotten, and pages that
   * it stood for count again, one of each record.
   *
   * @return the pages that count again
   */
  public static List<Long> release(Handle handle, Instant at, Actor who, long page) {
    List<Copy> copies =
        handle
            .createQuery(
                "SELECT c.id, c.record_id FROM page c JOIN page p ON p.id = c.same_as WHERE p.id ="
                    + " :page AND c.record_id <> p.record_id ORDER BY c.id")
            .bind("page", page)
            .map((row, context) -> new Copy(row.getLong("id"), row.getString("record_id")))
            .list();
    Map<String, Long> counting = new LinkedHashMap<>();
    for (Copy copy : copies) {
      Long first = counting.putIfAbsent(copy.recordId(), copy.id());
      if (first == null) {
        back(handle, at, who, copy.id(), page);
      } else {
        set(handle, at, copy.id(), Optional.of(first));
      }
    }
    handle.execute("DELETE FROM resend WHERE page_id = ? OR later = ?", page, page);
    return List.copyOf(counting.values());
  }

  private record Copy(long id, String recordId) {}

  private static void set(Handle handle, Instant at, long page, Optional<Long> kept) {
    handle
        .createUpdate("UPDATE page SET same_as = :kept WHERE id = :page")
        .bindByType("kept", kept.orElse(null), Long.class)
        .bind("page", page)
        .execute();
    Values.changed(handle, page, at);
  }

  private static void note(
      Handle handle, Instant at, Actor who, Action action, long page, String old, String now) {
    Audit.add(handle, at, who, Deed.change(action, Values.PAGE, Long.toString(page), old, now));
    History.add(
        handle,
        at,
        who,
        Kind.PAGE,
        Values.newStep(),
        new FieldKey(page, WHOLE_PAGE),
        action.word(),
        new FieldState(old, 1, Decision.CORRECTED, ""),
        new FieldState(now, 1, Decision.CORRECTED, ""),
        Optional.empty());
  }
}
