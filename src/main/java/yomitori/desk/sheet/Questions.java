package yomitori.desk.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import yomitori.form.Field;
import yomitori.form.Form;

/** Counts what waits for a look, by field. */
final class Questions {

  private static final String COUNTING =
      "p.same_as IS NULL AND NOT EXISTS (SELECT 1 FROM settled s WHERE s.page_id = p.id)";

  /**
   * A page that was read has one value for each field, so what is accepted is what is left: to
   * count it one by one would take a second over twelve thousand pages.
   */
  private static final String PAGES =
      "SELECT p.form, COUNT(*) AS n FROM page p WHERE p.status IN ('accepted', 'review') AND "
          + COUNTING
          + " GROUP BY p.form";

  private static final String DOUBTS =
      "SELECT p.form, v.field, COUNT(*) AS n, SUM(CASE WHEN v.value = '?' AND v.likely = '' THEN 0"
          + " ELSE 1 END) AS shown FROM field_value v JOIN page p ON p.id = v.page_id WHERE"
          + " v.decision = 'review' AND "
          + COUNTING
          + " GROUP BY p.form, v.field";

  private static final String CORRECTED =
      "SELECT p.form, v.field, COUNT(*) AS n, 0 AS shown FROM field_value v JOIN page p ON p.id ="
          + " v.page_id WHERE v.decision = 'corrected' AND "
          + COUNTING
          + " GROUP BY p.form, v.field";

  private record Name(String form, String field) {}

  private record Count(int all, int shown) {

    static final Count NONE = new Count(0, 0);
  }

  private Questions() {}

  /** Every field of some forms, in their order. */
  static List<Question> of(Handle handle, List<Form> forms) {
    Map<String, Integer> pages = new HashMap<>();
    handle
        .createQuery(PAGES)
        .map((row, context) -> Map.entry(row.getString("form"), row.getInt("n")))
        .forEach(entry -> pages.put(entry.getKey(), entry.getValue()));
    Map<Name, Count> doubts = counts(handle, DOUBTS);
    Map<Name, Count> corrected = counts(handle, CORRECTED);
    List<Question> questions = new ArrayList<>();
    for (Form form : forms) {
      for (Field field : form.fields()) {
        Name name = new Name(form.id(), field.id());
        Count doubt = doubts.getOrDefault(name, Count.NONE);
        int decided = doubt.all() + corrected.getOrDefault(name, Count.NONE).all();
        int accepted = Math.max(0, pages.getOrDefault(form.id(), 0) - decided);
        questions.add(new Question(form.id(), field.id(), doubt.shown(), accepted));
      }
    }
    return List.copyOf(questions);
  }

  private static Map<Name, Count> counts(Handle handle, String sql) {
    Map<Name, Count> counts = new HashMap<>();
    handle
        .createQuery(sql)
        .map(
            (row, context) ->
                Map.entry(
                    new Name(row.getString("form"), row.getString("field")),
                    new Count(row.getInt("n"), row.getInt("shown"))))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
