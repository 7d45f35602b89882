package yomitori.desk.thresholds;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Pages of a form and what was measured of them, in pieces that fit into memory. */
enum ReadPages {
  /** All, those too that were put aside: they may count again. */
  ALL(""),
  /** Those that count. */
  COUNTED(" AND p.same_as IS NULL");

  private final String ofForm;

  ReadPages(String which) {
    this.ofForm =
        " FROM reading r JOIN page p ON p.id = r.page_id WHERE p.form = :form AND p.status IN"
            + " ('accepted', 'review')"
            + which;
  }

  /**
   * A page.
   *
   * @param line its line of the records, evidence and all
   */
  record ReadPage(long id, String line) {}

  /** The pages after one, by number. */
  List<ReadPage> after(Handle handle, String form, long page, int most) {
    return handle
        .createQuery(
            "SELECT r.page_id, r.line"
                + ofForm
                + " AND r.page_id > :page ORDER BY r.page_id LIMIT :most")
        .bind("form", form)
        .bind("page", page)
        .bind("most", most)
        .map((row, context) -> new ReadPage(row.getLong("page_id"), row.getString("line")))
        .list();
  }

  /** How many there are up to a page. */
  int count(Handle handle, String form, long upTo) {
    return handle
        .createQuery("SELECT COUNT(*)" + ofForm + " AND r.page_id <= :page")
        .bind("form", form)
        .bind("page", upTo)
        .mapTo(int.class)
        .one();
  }

  /** Fields of a page of which a person has said something that was not taken back. */
  static Set<String> saidByPeople(Handle handle, long page) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT DISTINCT d.field FROM decision d WHERE d.page_id = :page AND d.kind NOT IN"
                    + " ('undo', 'redecide') AND NOT EXISTS (SELECT 1 FROM decision u WHERE"
                    + " u.undoes = d.id)")
            .bind("page", page)
            .mapTo(String.class)
            .list());
  }
}
