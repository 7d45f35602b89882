package yomitori.desk.respondent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.PageForms;
import yomitori.form.Field;
import yomitori.resolve.SenderFields;
import yomitori.resolve.master.Prefecture;

/**
 * The table {@code respondent}, which follows the values of the pages: whoever reads it asks for it
 * to be brought up to date before. May be used from any thread.
 */
public final class Respondents {

  /** Pages brought up to date in one transaction, so that other writes need not wait long. */
  private static final int AT_ONCE = 500;

  private static final String STALE =
      "SELECT p.id, p.form, p.form_version, p.changed_at, f.source FROM page p JOIN fax f ON f.id ="
          + " p.fax_id LEFT JOIN respondent r ON r.page_id = p.id WHERE r.page_id IS NULL OR r.changed_at <> p.changed_at LIMIT "
          + AT_ONCE;

  private final Ledger ledger;
  private final PageForms forms;

  private record Stale(long page, String form, String version, long changedAt, String source) {}

  private record Value(String text, boolean inDoubt) {

    private static final Value NONE = new Value("", false);
  }

  /**
   * @param forms tell which fields ask for the respondent
   */
  public Respondents(Ledger ledger, PageForms forms) {
    this.ledger = ledger;
    this.forms = forms;
  }

  /**
   * Brings all rows up to date.
   *
   * @return a number that grows whenever a row has changed
   */
  public long refresh() {
    while (!ledger.read(Respondents::stale).isEmpty()) {
      ledger.change(this::refreshSome);
    }
    return ledger.read(
        handle ->
            handle.createQuery("SELECT revision FROM respondent_revision").mapTo(long.class).one());
  }

  private static List<Stale> stale(Handle handle) {
    return handle
        .createQuery(STALE)
        .map(
            (row, context) ->
                new Stale(
                    row.getLong("id"),
                    row.getString("form"),
                    row.getString("form_version"),
                    row.getLong("changed_at"),
                    row.getString("source")))
        .list();
  }

  private void refreshSome(Handle handle) {
    // Whoever else refreshes waits here, before either holds a row that the other wants.
    handle.execute("UPDATE respondent_revision SET revision = revision");
    // The time of change is read before the values: a change between the two makes the row stale.
    List<Stale> stale = stale(handle);
    if (stale.isEmpty()) {
      return;
    }
    Map<Long, Map<String, Value>> values = values(handle, stale.stream().map(Stale::page).toList());
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO respondent (page_id, changed_at, prefecture, code, name, plain_name, sure,"
                + " plain_source) VALUES (:page, :changed, :prefecture, :code, :name, :plain, :sure,"
                + " :source) ON CONFLICT (page_id) DO UPDATE SET changed_at = :changed, prefecture"
                + " = :prefecture, code = :code, name = :name, plain_name = :plain, sure = :sure,"
                + " plain_source = :source");
    for (Stale page : stale) {
      Respondent who = respondent(page, values.getOrDefault(page.page(), Map.of()));
      batch
          .bind("page", page.page())
          .bind("changed", page.changedAt())
          .bind("prefecture", who.prefecture())
          .bind("code", who.code())
          .bind("name", who.name())
          .bind("plain", who.plainName())
          .bind("sure", who.sure() ? 1 : 0)
          .bind("source", Respondent.plain(page.source()))
          .add();
    }
    batch.execute();
    handle.execute("UPDATE respondent_revision SET revision = revision + 1");
  }

  private static Map<Long, Map<String, Value>> values(Handle handle, List<Long> pages) {
    Map<Long, Map<String, Value>> values = new HashMap<>();
    handle
        .createQuery(
            "SELECT page_id, field, value, decision FROM field_value WHERE page_id IN (<pages>)")
        .bindList("pages", pages)
        .map(
            (row, context) ->
                values
                    .computeIfAbsent(row.getLong("page_id"), page -> new HashMap<>())
                    .put(
                        row.getString("field"),
                        new Value(
                            row.getString("value"), row.getString("decision").equals("review"))))
        .list();
    return values;
  }

  private Respondent respondent(Stale page, Map<String, Value> values) {
    return forms
        .find(page.form(), page.version())
        .map(SenderFields::of)
        .map(fields -> respondent(fields, values))
        .orElse(Respondent.NOBODY);
  }

  private static Respondent respondent(SenderFields fields, Map<String, Value> values) {
    Value prefecture = value(fields.prefecture(), values);
    Value code = value(fields.code(), values);
    return new Respondent(
        Prefecture.code(prefecture.text()).orElse(0),
        code.text(),
        value(fields.name(), values).text(),
        !prefecture.inDoubt() && !code.inDoubt());
  }

  private static Value value(Optional<? extends Field> field, Map<String, Value> values) {
    return field.map(Field::id).map(values::get).orElse(Value.NONE);
  }
}
