package yomitori.desk.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.respondent.Respondents;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

/**
 * Counts the returns of a desk, once after each change of who answered. May be used from any
 * thread.
 */
public final class ReturnLedger {

  private final Ledger ledger;
  private final Respondents respondents;
  private final MasterList masters;
  private final NamedInstitutions names;
  private final Map<Integer, List<MasterEntry>> expected = new TreeMap<>();
  private final Map<String, Counted> byForm = new ConcurrentHashMap<>();

  private record Counted(long revision, Returns returns) {}

  /**
   * @param masters those who are expected to answer
   */
  public ReturnLedger(Ledger ledger, Respondents respondents, MasterList masters) {
    this.ledger = ledger;
    this.respondents = respondents;
    this.masters = masters;
    this.names = new NamedInstitutions(masters);
    masters.entries().stream()
        .sorted(Comparator.comparing(MasterEntry::code))
        .forEach(
            entry ->
                expected.computeIfAbsent(entry.prefecture(), p -> new ArrayList<>()).add(entry));
  }

  /** The returns of a form, by its id, as they are now. */
  public Returns now(String form) {
    long revision = respondents.refresh();
    return byForm
        .compute(
            form,
            (key, known) ->
                known != null && known.revision() == revision
                    ? known
                    : new Counted(
                        revision,
                        Returns.of(masters, names, expected, ledger.read(h -> answers(h, form)))))
        .returns();
  }

  /** A page that another stands for is no answer. */
  private static List<Answer> answers(Handle handle, String form) {
    return handle
        .createQuery(
            "SELECT p.id, p.status, f.received_at, r.prefecture, r.code, r.name, r.sure FROM"
                + " respondent r JOIN page p ON p.id = r.page_id JOIN fax f ON f.id = p.fax_id"
                + " WHERE p.form = :form AND p.status IN ('accepted', 'review') AND p.same_as IS"
                + " NULL ORDER BY f.received_at, p.id")
        .bind("form", form)
        .map(
            (row, context) ->
                new Answer(
                    row.getLong("id"),
                    Instant.ofEpochMilli(row.getLong("received_at")),
                    row.getString("status").equals("review"),
                    row.getInt("prefecture"),
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("sure") == 1))
        .list();
  }
}
