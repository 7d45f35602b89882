package yomitori.desk.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.thresholds.Count.State;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.DoubtCosts;
import yomitori.record.PageReader.ResolveStage;

@OnEveryDatabase
class ThresholdsTest {

  private static final String BOX = "q1.installed";
  private static final Actor MANAGER = new Actor(3, "manager");
  private static final PageForms FORMS = new PageForms(List.of(MeasuredPages.FORM));

  /** A wrong mark is very dear: every mark is looked at. */
  private static final DoubtCosts STRICT = new DoubtCosts(10_000, 1);

  /** A look is almost as dear as a wrong mark: none is worth it. */
  private static final DoubtCosts EASY = new DoubtCosts(2, 1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Parameter private Database database;
  @TempDir private Path folder;
  private final CostsInForce inForce = new CostsInForce();
  private Ledger ledger;
  private Thresholds thresholds;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
    thresholds = thresholds(inForce);
  }

  @AfterEach
  void close() {
    thresholds.close();
    ledger.close();
  }

  private Thresholds thresholds(CostsInForce costs) {
    return new Thresholds(ledger, FORMS, MeasuredPages.RESOLVER::resolve, costs, Clock.systemUTC());
  }

  private FieldState state(long page) {
    return ledger.read(handle -> Values.state(handle, new FieldKey(page, BOX))).orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void change(DoubtCosts costs) {
    thresholds.change(MANAGER, MeasuredPages.FORM, costs);
    await(() -> thresholds.changes(MeasuredPages.FORM.id()).get(0).done());
  }

  private Count counted(DoubtCosts costs) {
    thresholds.count(MeasuredPages.FORM, costs);
    await(() -> thresholds.counted(MeasuredPages.FORM.id()).orElseThrow().state() == State.DONE);
    return thresholds.counted(MeasuredPages.FORM.id()).orElseThrow();
  }

  @Test
  void whatWouldChangeIsCountedAndNothingChanges() {
    long sure = MeasuredPages.add(ledger, "sure", 9);
    MeasuredPages.add(ledger, "unsure", 0.5);
    FieldState before = state(sure);

    Count strict = counted(STRICT);
    assertThat(strict.pages()).isEqualTo(2);
    assertThat(strict.fields())
        .filteredOn(field -> field.field().equals(BOX))
        .extracting(Count.FieldCount::toReview, Count.FieldCount::toAccepted)
        .containsExactly(tuple(1, 0));
    assertThat(counted(EASY).toAccepted()).isPositive();
    assertThat(state(sure)).isEqualTo(before);
  }

  @Test
  void aChangeDecidesAnewAndTheFormerOneDecidesAsBefore() {
    long sure = MeasuredPages.add(ledger, "sure", 9);
    Map<String, FieldState> before = ledger.read(handle -> Values.states(handle, sure));

    change(STRICT);
    assertThat(state(sure).inDoubt()).isTrue();
    assertThat(inForce.of(MeasuredPages.FORM).doubt()).isEqualTo(STRICT);

    change(MeasuredPages.FORM.doubt());
    Map<String, FieldState> after = ledger.read(handle -> Values.states(handle, sure));
    assertThat(after).isEqualTo(before);
    assertThat(thresholds.changes(MeasuredPages.FORM.id())).hasSize(2);
  }

  @Test
  void whatAPersonDecidedStays() {
    long page = MeasuredPages.add(ledger, "sure", 9);
    DoubtQueue queue =
        new DoubtQueue(ledger, FORMS, QueueRules.STANDARD, Clock.systemUTC(), new Random(1));
    queue.correct(new Actor(1, "hanako"), new FieldKey(page, BOX), 0, "0");

    assertThat(counted(STRICT).fields()).extracting(Count.FieldCount::field).doesNotContain(BOX);
    change(STRICT);
    assertThat(state(page)).isEqualTo(FieldState.corrected("0"));
  }

  @Test
  void whatWasCutOffGoesOnAtTheNextStart() {
    long page = MeasuredPages.add(ledger, "sure", 9);
    thresholds.close();
    ledger.change(
        handle ->
            handle.execute(
                "INSERT INTO threshold (form, error_cost, review_cost, operator_id, operator, at,"
                    + " step) VALUES ('sample', 10000, 1, 3, 'manager', 0, 'cut off')"));

    CostsInForce later = new CostsInForce();
    thresholds = thresholds(later);
    thresholds.start();
    await(() -> thresholds.changes(MeasuredPages.FORM.id()).get(0).done());
    assertThat(state(page).inDoubt()).isTrue();
    assertThat(later.of(MeasuredPages.FORM).doubt()).isEqualTo(STRICT);
  }

  @Test
  void whatFailedIsTriedAgainWithoutAStart() {
    long page = MeasuredPages.add(ledger, "sure", 9);
    thresholds.close();
    AtomicBoolean failed = new AtomicBoolean();
    ResolveStage once =
        (form, readings) -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("this time only");
          }
          return MeasuredPages.RESOLVER.resolve(form, readings);
        };
    thresholds = impatient(once);
    change(STRICT);
    assertThat(failed).isTrue();
    assertThat(state(page).inDoubt()).isTrue();
  }

  @Test
  void aPageThatCannotBeDecidedHoldsUpNoOtherAndIsDecidedOnceItCanBe() {
    long broken = MeasuredPages.add(ledger, "broken", 9);
    long sure = MeasuredPages.add(ledger, "sure", 9);
    String line = line(broken);
    store(broken, "{}");
    thresholds.close();
    thresholds = impatient(MeasuredPages.RESOLVER::resolve);

    thresholds.change(MANAGER, MeasuredPages.FORM, STRICT);
    await(() -> state(sure).inDoubt());
    assertThat(thresholds.changes(MeasuredPages.FORM.id()).get(0).done()).isFalse();
    assertThat(thresholds.changes(MeasuredPages.FORM.id()).get(0).doneUpTo()).isLessThan(broken);

    store(broken, line);
    await(() -> thresholds.changes(MeasuredPages.FORM.id()).get(0).done());
    assertThat(state(broken).inDoubt()).isTrue();
  }

  @Test
  void aFaxThatIsBeingReadDuringAChangeIsDecidedByItsCostsToo() {
    ledger.change(
        handle ->
            handle.execute(
                "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                    + " archived, state, claimed_by, claimed_until) VALUES ('in hand', '', '', '',"
                    + " 1, 0, 0, '', 'waiting', 'desk', ?)",
                Long.MAX_VALUE));
    long before = MeasuredPages.add(ledger, "before", 9);
    thresholds.close();
    thresholds = impatient(MeasuredPages.RESOLVER::resolve);

    thresholds.change(MANAGER, MeasuredPages.FORM, STRICT);
    await(() -> state(before).inDoubt());
    long during = MeasuredPages.add(ledger, "during", 9);
    ledger.change(
        handle -> handle.execute("UPDATE fax SET state = 'read' WHERE sha256 = 'in hand'"));
    await(() -> thresholds.changes(MeasuredPages.FORM.id()).get(0).done());
    assertThat(state(during).inDoubt()).isTrue();
  }

  @Test
  void whatWasPutAsideIsDecidedAnewAsItMayCountAgain() {
    long aside = MeasuredPages.add(ledger, "aside", 9);
    long kept = MeasuredPages.add(ledger, "kept", 9);
    ledger.change(
        handle -> handle.execute("UPDATE page SET same_as = ? WHERE id = ?", kept, aside));

    assertThat(counted(STRICT).pages()).isEqualTo(1);
    change(STRICT);
    assertThat(state(aside).inDoubt()).isTrue();
  }

  private Thresholds impatient(ResolveStage resolver) {
    return new Thresholds(
        ledger, FORMS, resolver, inForce, Clock.systemUTC(), Duration.ofMillis(1));
  }

  private String line(long page) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT line FROM reading WHERE page_id = :page")
                .bind("page", page)
                .mapTo(String.class)
                .one());
  }

  private void store(long page, String line) {
    ledger.change(
        handle -> handle.execute("UPDATE reading SET line = ? WHERE page_id = ?", line, page));
  }

  @Test
  void ofManagersWhoChangeAtOnceTheLastOnesCostsHold() throws Exception {
    int managers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(managers);
    try {
      for (int round = 1; round <= 20; round++) {
        CyclicBarrier together = new CyclicBarrier(managers);
        List<Callable<Void>> changes = new ArrayList<>();
        for (int m = 1; m <= managers; m++) {
          DoubtCosts costs = new DoubtCosts(100 * round + m, 1);
          changes.add(
              () -> {
                together.await();
                thresholds.change(MANAGER, MeasuredPages.FORM, costs);
                return null;
              });
        }
        for (Future<Void> done : threads.invokeAll(changes)) {
          done.get();
        }
        assertThat(inForce.of(MeasuredPages.FORM).doubt())
            .isEqualTo(thresholds.changes(MeasuredPages.FORM.id()).get(0).costs());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
