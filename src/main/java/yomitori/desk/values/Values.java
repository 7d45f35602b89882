package yomitori.desk.values;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;

/**
 * Changes what the ledger holds of a field, within the caller's transaction: the value, its row of
 * the history, its row of the audit trail, and the page's status and time of change.
 */
public final class Values {

  /**
   * {@link #version} as a column {@code version} of a query, of the field that a row {@code v}
   * names by {@code page_id} and {@code field}.
   */
  public static final String VERSION =
      "(SELECT COALESCE(MAX(d.id), 0) FROM decision d WHERE d.page_id = v.page_id AND d.field ="
          + " v.field) AS version";

  /** The subject of audit rows about values. */
  public static final String PAGE = "page";

  private Values() {}

  /** A name for what is decided at one stroke. */
  public static String newStep() {
    return UUID.randomUUID().toString();
  }

  /** What the ledger holds of a field; empty where the page has no such field. */
  public static Optional<FieldState> state(Handle handle, FieldKey key) {
    return handle
        .createQuery(
            "SELECT value, confidence, decision, reason FROM field_value WHERE page_id = :page AND"
                + " field = :field")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .map(FieldState.ROW)
        .findOne();
  }

  /** What the ledger holds of all fields of a page, by field in the form's order. */
  public static Map<String, FieldState> states(Handle handle, long pageId) {
    Map<String, FieldState> states = new LinkedHashMap<>();
    handle
        .createQuery("SELECT * FROM field_value WHERE page_id = :page ORDER BY position")
        .bind("page", pageId)
        .map((row, context) -> Map.entry(row.getString("field"), FieldState.ROW.map(row, context)))
        .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    return states;
  }

  /** As {@link #states(Handle, long)} for several pages, by page. */
  public static Map<Long, Map<String, FieldState>> states(Handle handle, Collection<Long> pages) {
    Map<Long, Map<String, FieldState>> states = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM field_value WHERE page_id IN (<pages>) ORDER BY page_id, position")
        .bindList(EmptyHandling.NULL_KEYWORD, "pages", List.copyOf(pages))
        .map(
            (row, context) ->
                states
                    .computeIfAbsent(row.getLong("page_id"), page -> new LinkedHashMap<>())
                    .put(row.getString("field"), FieldState.ROW.map(row, context)))
        .list();
    return states;
  }

  /**
   * The number of the newest row of a field's history, 0 where it has none: whoever has seen this
   * one has seen the present value.
   */
  public static long version(Handle handle, FieldKey key) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(id), 0) FROM decision WHERE page_id = :page AND field = :field")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .mapTo(long.class)
        .one();
  }

  /** As {@link #version} for all fields of several pages that have a history. */
  public static Map<FieldKey, Long> versions(Handle handle, Collection<Long> pages) {
    Map<FieldKey, Long> versions = new HashMap<>();
    handle
        .createQuery(
            "SELECT page_id, field, MAX(id) AS version FROM decision WHERE page_id IN (<pages>)"
                + " GROUP BY page_id, field")
        .bindList(EmptyHandling.NULL_KEYWORD, "pages", List.copyOf(pages))
        .map(
            (row, context) ->
                versions.put(
                    new FieldKey(row.getLong("page_id"), row.getString("field")),
                    row.getLong("version")))
        .list();
    return versions;
  }

  /**
   * Keeps others from deciding anything of a page until the transaction ends. Comes before the
   * reading of what is to be changed.
   */
  public static void lock(Handle handle, long pageId) {
    handle
        .createUpdate("UPDATE page SET changed_at = changed_at WHERE id = :page")
        .bind("page", pageId)
        .execute();
  }

  /** Notes that the record of a page that is {@linkplain #lock locked} has become another. */
  public static void changed(Handle handle, long pageId, Instant at) {
    // The time grows with every change, so that an export finds each one even within one
    // millisecond.
    handle
        .createUpdate(
            "UPDATE page SET changed_at = CASE WHEN changed_at >= :at THEN changed_at + 1 ELSE :at"
                + " END WHERE id = :page")
        .bind("at", at.toEpochMilli())
        .bind("page", pageId)
        .execute();
  }

  /**
   * Decides a field of a page that is {@linkplain #lock locked}.
   *
   * @param step of {@link #newStep}
   * @param said what the operator answered
   * @param after what the field is to hold; as before where another person must answer, too
   * @return the number of the row of the history
   * @throws IllegalStateException if the page has no such field
   */
  public static long decide(
      Handle handle,
      Instant at,
      Actor who,
      Kind kind,
      String step,
      FieldKey key,
      String said,
      FieldState after) {
    FieldState before = required(handle, key);
    if (!after.equals(before)) {
      store(handle, at, key, after);
    }
    Action action = said.equals(before.value()) ? Action.CONFIRMED : Action.CORRECTED;
    audit(handle, at, who, action, key, before.value(), said);
    return History.add(handle, at, who, kind, step, key, said, before, after, Optional.empty());
  }

  /** Takes a row of the history back; its field must hold what that row left. */
  static void restore(Handle handle, Instant at, Actor who, String step, Decided decided) {
    FieldKey key = decided.key();
    if (!decided.before().equals(decided.after())) {
      store(handle, at, key, decided.before());
    }
    String old = decided.after().value();
    audit(handle, at, who, Action.UNDONE, key, old, decided.before().value());
    History.add(
        handle,
        at,
        who,
        Kind.UNDO,
        step,
        key,
        decided.before().value(),
        /* before= */ decided.after(),
        /* after= */ decided.before(),
        Optional.of(decided.id()));
  }

  private static FieldState required(Handle handle, FieldKey key) {
    return state(handle, key)
        .orElseThrow(() -> new IllegalStateException("page " + key.pageId() + ": " + key.field()));
  }

  private static void store(Handle handle, Instant at, FieldKey key, FieldState state) {
    handle
        .createUpdate(
            "UPDATE field_value SET value = :value, confidence = :confidence, decision = :decision,"
                + " reason = :reason WHERE page_id = :page AND field = :field")
        .bind("value", state.value())
        .bind("confidence", state.confidence())
        .bind("decision", state.decisionWord())
        .bind("reason", state.reason())
        .bind("page", key.pageId())
        .bind("field", key.field())
        .execute();
    refreshStatus(handle, key.pageId());
    changed(handle, key.pageId(), at);
  }

  /** Only pages that were read have a status that depends on their values. */
  private static void refreshStatus(Handle handle, long pageId) {
    handle
        .createUpdate(
            "UPDATE page SET status = CASE WHEN EXISTS (SELECT 1 FROM field_value WHERE page_id ="
                + " :page AND decision = 'review') THEN 'review' ELSE 'accepted' END WHERE id ="
                + " :page AND status IN ('accepted', 'review')")
        .bind("page", pageId)
        .execute();
  }

  private static void audit(
      Handle handle, Instant at, Actor who, Action action, FieldKey key, String old, String now) {
    String page = Long.toString(key.pageId());
    Audit.add(handle, at, who, new Deed(action, PAGE, page, key.field(), old, now));
  }
}
