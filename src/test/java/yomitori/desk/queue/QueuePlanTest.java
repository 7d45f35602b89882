package yomitori.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;

/**
 * However long the queue is, the next doubt is found by walking an index to its first free page.
 */
@OnEveryDatabase
class QueuePlanTest {

  private static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");
  private static final int PAGES = 1_000;
  private static final String WHOLE_TABLE = "Seq Scan on (field_value|page|recheck)\\b";

  @Parameter private Database database;
  @TempDir private Path folder;
  private Ledger ledger;

  @BeforeEach
  void fill() {
    ledger = database.open(folder.resolve("ledger.db"));
    List<String> boxes =
        FORM.fields().stream().filter(CheckboxField.class::isInstance).map(Field::id).toList();
    Random random = new Random(3);
    ledger.change(
        handle -> {
          for (int i = 0; i < PAGES; i++) {
            List<Read> fields = new ArrayList<>();
            for (int f = 0; f < boxes.size(); f++) {
              fields.add(
                  f % 4 == 0
                      ? Read.doubt(boxes.get(f), "?", random.nextDouble())
                      : Read.accepted(boxes.get(f), "0"));
            }
            long page = FilledLedger.addPage(handle, FORM, "page" + i, fields);
            handle.execute(
                "INSERT INTO recheck (page_id, field, value) VALUES (?, ?, '0')",
                page,
                boxes.get(1));
          }
          handle.execute("ANALYZE");
        });
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  /** The steps by which the database answers, a line each. */
  private List<String> plan(String sql, Map<String, Object> values) {
    return ledger.read(
        handle -> {
          Query query = handle.createQuery(explain() + sql);
          values.forEach(query::bind);
          String column = database == Database.SQLITE ? "detail" : "QUERY PLAN";
          return query.map((row, context) -> row.getString(column)).list();
        });
  }

  private String explain() {
    return database == Database.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) ";
  }

  private void assertWalks(List<String> plan, String index) {
    String steps = String.join("\n", plan);
    if (database == Database.SQLITE) {
      assertThat(plan.stream().filter(step -> step.startsWith("SCAN")).collect(Collectors.toList()))
          .as(steps)
          .isNotEmpty()
          .allMatch(step -> step.endsWith("INDEX " + index));
    }
    assertThat(steps).doesNotContain("TEMP B-TREE", "Sort");
    assertThat(steps).doesNotContainPattern(WHOLE_TABLE);
  }

  @Test
  void theMostValuableDoubtIsTheFirstFreeOneOfItsIndex() {
    assertWalks(plan(Candidates.MOST_VALUABLE, Map.of("who", 1, "now", 0)), "field_value_doubt");
  }

  @Test
  void theNextRecheckIsTheFirstFreeOneOfItsIndex() {
    assertWalks(plan(Candidates.RECHECK, Map.of("who", 1, "now", 0)), "recheck_open");
  }

  @Test
  void whatIsOpenOnAPageIsLookedUpByThePage() {
    List<String> plan = plan(Candidates.OF_PAGE, Map.of("who", 1, "now", 0, "page", 7));
    assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
    assertThat(String.join("\n", plan)).doesNotContainPattern(WHOLE_TABLE);
  }
}
