package yomitori.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static yomitori.desk.queue.FilledLedger.Read.accepted;
import static yomitori.desk.queue.FilledLedger.Read.doubt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.SettableClock;
import yomitori.desk.audit.Actor;
import yomitori.desk.day.Day;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Metrics;
import yomitori.desk.health.Problems;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.desk.values.Answer.Refusal;
import yomitori.desk.values.Decided;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.History;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Undoing;
import yomitori.desk.values.Values;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.master.MasterEntry;

@OnEveryDatabase
class DoubtQueueTest {

  private static final Actor SATO = new Actor(1, "sato");
  private static final Actor SUZUKI = new Actor(2, "suzuki");
  private static final Actor TANAKA = new Actor(3, "tanaka");
  private static final String PAPER = "q1.paper_claims";
  private static final String QUOTED = "q1.quoted";
  private static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");

  @Parameter private Database database;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private DoubtQueue queue(QueueRules rules) {
    return new DoubtQueue(ledger, new PageForms(List.of(FORM)), rules, clock, new Random(1));
  }

  private DoubtQueue queue() {
    return queue(QueueRules.STANDARD);
  }

  private long page(String name, Read... fields) {
    return FilledLedger.addPage(ledger, FORM, name, List.of(fields));
  }

  private FieldState state(FieldKey key) {
    return ledger.read(handle -> Values.state(handle, key)).orElseThrow();
  }

  private List<Decided> history(long page) {
    return ledger.read(handle -> History.of(handle, page));
  }

  private String status(long page) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT status FROM page WHERE id = :page")
                .bind("page", page)
                .mapTo(String.class)
                .one());
  }

  private long changedAt(long page) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT changed_at FROM page WHERE id = :page")
                .bind("page", page)
                .mapTo(long.class)
                .one());
  }

  private static List<FieldKey> keys(List<Item> items) {
    return items.stream().map(Item::key).toList();
  }

  private static Outcome answer(DoubtQueue queue, Actor who, Item item, String value) {
    return queue.answer(who, item.key(), item.version(), value);
  }

  @Test
  void theMostValuablePageComesFirstAndItsDoubtsFollowInTheFormsOrder() {
    long cheap = page("a", doubt(PAPER, "?", 1), doubt(QUOTED, "?", 2));
    long dear =
        page("b", accepted("q2", "exempt"), doubt(PAPER, "?", 1), doubt("institution_code", "", 9));
    DoubtQueue queue = queue();

    List<Item> first = queue.take(SATO);
    assertThat(keys(first))
        .containsExactly(new FieldKey(dear, PAPER), new FieldKey(dear, "institution_code"));
    assertThat(queue.take(SATO)).isEqualTo(first);
    assertThat(answer(queue, SATO, first.get(0), "1")).isEqualTo(new Outcome.Taken());
    assertThat(keys(queue.take(SATO)))
        .containsExactly(new FieldKey(dear, "institution_code"), new FieldKey(cheap, PAPER));
  }

  @Test
  void anAnswerSettlesThePageAndLeavesAHistory() {
    long page = page("a", accepted("q2", "exempt"), doubt(PAPER, "?", 1));
    DoubtQueue queue = queue();
    Item item = queue.take(SATO).get(0);

    answer(queue, SATO, item, "1");

    assertThat(state(item.key())).isEqualTo(FieldState.corrected("1"));
    assertThat(status(page)).isEqualTo("accepted");
    assertThat(queue.take(SATO)).isEmpty();
    assertThat(history(page))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.who()).isEqualTo(SATO);
              assertThat(row.before().value()).isEqualTo("?");
              assertThat(row.after().decision()).isEqualTo(Decision.CORRECTED);
            });
    assertThat(queue.progress(SATO, clock.instant())).isEqualTo(new Progress(0, 1, 0, 0));
  }

  @Test
  void whatTheFieldMayNotHoldIsRefusedAndNothingChanges() {
    page("a", doubt("institution_code", "123", 1));
    DoubtQueue queue = queue();
    Item item = queue.take(SATO).get(0);

    assertThat(answer(queue, SATO, item, "12345678"))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_THE_DIGITS));
    assertThat(state(item.key()).value()).isEqualTo("123");
    assertThat(answer(queue, SATO, item, "１２３ ４５６７")).isEqualTo(new Outcome.Taken());
    assertThat(state(item.key()).value()).isEqualTo("1234567");
  }

  @Test
  void nobodyGetsAPageThatAnotherHasUntilTimeIsUp() {
    long page = page("a", doubt(PAPER, "?", 1));
    DoubtQueue queue = queue();
    Item satos = queue.take(SATO).get(0);
    assertThat(queue.take(SUZUKI)).isEmpty();

    clock.pass(Duration.ofMinutes(4));
    queue.keep(SATO);
    clock.pass(Duration.ofMinutes(4));
    assertThat(queue.take(SUZUKI)).isEmpty();

    clock.pass(Duration.ofMinutes(2));
    assertThat(keys(queue.take(SUZUKI))).containsExactly(new FieldKey(page, PAPER));
    assertThat(answer(queue, SATO, satos, "1")).isEqualTo(new Outcome.Lost("suzuki"));
    assertThat(state(satos.key()).value()).isEqualTo("?");
  }

  @Test
  void anAnswerAfterTimeIsUpStillCountsWhereNobodyElseHasThePage() {
    page("a", doubt(PAPER, "?", 1));
    DoubtQueue queue = queue();
    Item item = queue.take(SATO).get(0);
    clock.pass(Duration.ofHours(2));

    assertThat(answer(queue, SATO, item, "0")).isEqualTo(new Outcome.Taken());
  }

  @Test
  void anAnswerToWhatAnotherHasSettledSaysSoAndOverwritesNothing() {
    long page = page("a", doubt(PAPER, "?", 1));
    DoubtQueue queue = queue();
    Item item = queue.take(SATO).get(0);
    assertThat(queue.correct(SUZUKI, new FieldKey(page, PAPER), 0, "0"))
        .isEqualTo(new Outcome.Taken());

    assertThat(answer(queue, SATO, item, "1")).isEqualTo(new Outcome.Settled(SUZUKI, "0"));
    assertThat(answer(queue, SUZUKI, item, "1")).isEqualTo(new Outcome.Settled(SUZUKI, "0"));
    assertThat(state(item.key()).value()).isEqualTo("0");
  }

  @Test
  void anAnswerThatIsNotTakenLeavesThePageUnchanged() {
    long page = page("a", doubt(PAPER, "?", 1), doubt(QUOTED, "?", 1));
    FieldKey paper = new FieldKey(page, PAPER);
    DoubtQueue queue = queue();
    List<Item> satos = queue.take(SATO);
    answer(queue, SATO, satos.get(0), "1");
    long changed = changedAt(page);
    assertThat(changed).isPositive();

    assertThat(answer(queue, SATO, satos.get(0), "0")).isInstanceOf(Outcome.Settled.class);
    assertThat(answer(queue, SUZUKI, satos.get(1), "0")).isInstanceOf(Outcome.Lost.class);
    assertThat(queue.correct(SUZUKI, paper, 0, "0")).isInstanceOf(Outcome.Settled.class);
    assertThat(queue.undo(SUZUKI, paper)).isInstanceOf(Undoing.Outcome.ChangedSince.class);

    assertThat(changedAt(page)).isEqualTo(changed);
  }

  @Test
  void whatIsPassedOnGoesToOthersAndComesBackWhenAskedFor() {
    long page = page("a", doubt(PAPER, "?", 1));
    DoubtQueue queue = queue();
    queue.take(SATO);

    queue.skip(SATO, new FieldKey(page, PAPER));
    assertThat(queue.take(SATO)).isEmpty();
    assertThat(queue.lastSkipped(SATO)).contains(new FieldKey(page, PAPER));
    assertThat(queue.take(SUZUKI)).hasSize(1);
    queue.leave(SUZUKI);
    assertThat(queue.take(SATO)).isEmpty();
    queue.takeUpSkipped(SATO);
    assertThat(queue.take(SATO)).hasSize(1);
  }

  @Test
  void aFieldThatIsAskedForComesFirst() {
    long page = page("a", doubt(PAPER, "?", 1), doubt(QUOTED, "?", 1));
    DoubtQueue queue = queue();
    queue.skip(SATO, new FieldKey(page, QUOTED));

    assertThat(keys(queue.take(SATO, new FieldKey(page, QUOTED))))
        .containsExactly(new FieldKey(page, QUOTED), new FieldKey(page, PAPER));
  }

  @Test
  void undoRestoresTheValueAndOpensTheDoubtAgain() {
    long page = page("a", doubt(PAPER, "?", 1), doubt(QUOTED, "?", 1));
    DoubtQueue queue = queue();
    FieldState before = state(new FieldKey(page, PAPER));
    List<Item> items = queue.take(SATO);
    items.forEach(item -> answer(queue, SATO, item, "1"));
    assertThat(status(page)).isEqualTo("accepted");

    assertThat(queue.undo(SUZUKI)).isEqualTo(new Undoing.Outcome.Nothing());
    assertThat(queue.undo(SATO)).isInstanceOf(Undoing.Outcome.Undone.class);
    assertThat(status(page)).isEqualTo("review");
    assertThat(state(new FieldKey(page, PAPER)).value()).isEqualTo("1");
    assertThat(queue.undo(SATO)).isInstanceOf(Undoing.Outcome.Undone.class);
    assertThat(state(new FieldKey(page, PAPER))).isEqualTo(before);
    assertThat(queue.undo(SATO)).isEqualTo(new Undoing.Outcome.Nothing());

    List<Item> again = queue.take(SATO);
    assertThat(keys(again)).isEqualTo(keys(items));
    assertThat(answer(queue, SATO, again.get(0), "0")).isEqualTo(new Outcome.Taken());
    assertThat(queue.progress(SATO, clock.instant()).mine()).isEqualTo(1);
  }

  @Test
  void anAnswerOfYesterdayThatIsTakenBackTodayIsNoneOfTodays() {
    page("a", doubt(PAPER, "?", 1), doubt(QUOTED, "?", 1));
    DoubtQueue queue = queue();
    List<Item> items = queue.take(SATO);
    answer(queue, SATO, items.get(0), "1");
    clock.pass(Duration.ofDays(1));
    Instant today = clock.instant();
    answer(queue, SATO, items.get(1), "1");
    assertThat(queue.progress(SATO, today).mine()).isEqualTo(1);
    queue.undo(SATO);
    queue.undo(SATO);
    assertThat(queue.progress(SATO, today).mine()).isZero();
  }

  @Test
  void undoLeavesWhatAnotherHasChangedSince() {
    long page = page("a", doubt(PAPER, "?", 1));
    DoubtQueue queue = queue();
    FieldKey key = new FieldKey(page, PAPER);
    answer(queue, SATO, queue.take(SATO).get(0), "1");
    long version = ledger.read(handle -> Values.version(handle, key));
    queue.correct(SUZUKI, key, version, "0");

    assertThat(queue.undo(SATO)).isEqualTo(new Undoing.Outcome.ChangedSince(key, SUZUKI));
    assertThat(state(key).value()).isEqualTo("0");
  }

  @Test
  void anInstitutionOfTheListFillsItsThreeFieldsAndIsTakenBackAsOne() {
    long page =
        page(
            "a",
            accepted("prefecture", "大阪府"),
            doubt("institution_name", "佐々木医", 1),
            doubt("institution_code", "11234", 2));
    DoubtQueue queue = queue();
    MasterEntry entry = new MasterEntry(13, "1234567", "医療法人佐々木医院");

    Item item = queue.take(SATO).get(0);
    assertThat(queue.answer(SATO, item.key(), item.version(), entry))
        .isEqualTo(new Outcome.Taken());

    assertThat(state(new FieldKey(page, "prefecture")).value()).isEqualTo("東京都");
    assertThat(state(new FieldKey(page, "institution_name")).value()).isEqualTo("医療法人佐々木医院");
    assertThat(state(new FieldKey(page, "institution_code")).value()).isEqualTo("1234567");
    assertThat(history(page)).hasSize(3);
    queue.undo(SATO);
    assertThat(state(new FieldKey(page, "prefecture")).value()).isEqualTo("大阪府");
    assertThat(state(new FieldKey(page, "institution_code")).value()).isEqualTo("11234");
  }

  private static final QueueRules TWICE =
      new QueueRules(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          new DoubleEntry(Set.of("institution_code"), 0),
          0);

  @Test
  void twoWhoAgreeSettleAFieldThatIsEnteredTwice() {
    long page = page("a", doubt("institution_code", "", 1), doubt(PAPER, "?", 1));
    DoubtQueue queue = queue(TWICE);
    queue.take(SATO).forEach(item -> answer(queue, SATO, item, item.position() == 0 ? "" : "1"));
    assertThat(queue.take(SATO)).isEmpty();
    assertThat(status(page)).isEqualTo("review");
    assertThat(queue.progress(SATO, clock.instant()).waiting()).isEqualTo(1);

    List<Item> second = queue.take(SUZUKI);
    assertThat(keys(second)).containsExactly(new FieldKey(page, "institution_code"));
    answer(queue, SUZUKI, second.get(0), "");

    assertThat(status(page)).isEqualTo("accepted");
    assertThat(queue.take(TANAKA)).isEmpty();
  }

  @Test
  void aThirdDecidesWhereTwoDifferAndUndoOpensItForTheThirdAgain() {
    long page = page("a", doubt("institution_code", "", 1));
    DoubtQueue queue = queue(TWICE);
    answer(queue, SATO, queue.take(SATO).get(0), "1234567");
    answer(queue, SUZUKI, queue.take(SUZUKI).get(0), "1234568");
    assertThat(queue.take(SATO)).isEmpty();
    assertThat(queue.take(SUZUKI)).isEmpty();

    answer(queue, TANAKA, queue.take(TANAKA).get(0), "1234568");
    assertThat(state(new FieldKey(page, "institution_code")).value()).isEqualTo("1234568");

    queue.undo(TANAKA);
    assertThat(status(page)).isEqualTo("review");
    assertThat(queue.take(SATO)).isEmpty();
    answer(queue, TANAKA, queue.take(TANAKA).get(0), "1234567");
    assertThat(state(new FieldKey(page, "institution_code")).value()).isEqualTo("1234567");
  }

  @Test
  void acceptedValuesAreReadOnceMoreAndTheErrorRateIsMeasured() {
    for (int i = 0; i < 20; i++) {
      page("page" + i, accepted(PAPER, "1"), accepted(QUOTED, "0"));
    }
    DoubtQueue queue =
        queue(new QueueRules(Duration.ofMinutes(5), Duration.ofMinutes(30), DoubleEntry.NONE, 1));
    List<Item> items = queue.take(SATO);
    assertThat(items).extracting(Item::task).containsOnly(Item.Task.RECHECK);
    FieldKey wrong = items.get(0).key();
    while (!items.isEmpty()) {
      Item item = items.get(0);
      String right = item.key().field().equals(PAPER) ? "1" : "0";
      answer(queue, SATO, item, item.key().equals(wrong) ? "0" : right);
      items = queue.take(SATO);
    }

    assertThat(errorRate()).isEqualTo(new ErrorRate(new Comparison(39, 0), 1));
    assertThat(state(wrong).decision()).isEqualTo(Decision.REVIEW);
    Item differing = queue.take(SUZUKI).get(0);
    assertThat(differing.key()).isEqualTo(wrong);
    answer(queue, SUZUKI, differing, "0");
    assertThat(errorRate()).isEqualTo(new ErrorRate(new Comparison(40, 1), 0));
    assertThat(errorRate().read().interval().orElseThrow().getUpperBound()).isLessThan(0.14);
  }

  @Test
  void readingOnceMoreIsComparedWithWhatStandsThereNow() {
    long page = page("a", accepted(PAPER, "1"), accepted("q2", "exempt"));
    FieldKey paper = new FieldKey(page, PAPER);
    DoubtQueue queue =
        queue(new QueueRules(Duration.ofMinutes(5), Duration.ofMinutes(30), DoubleEntry.NONE, 1));
    queue.take(SATO);
    queue.leave(SATO);
    queue.correct(TANAKA, paper, 0, "0");

    Item item = queue.take(SUZUKI, paper).get(0);
    assertThat(item.task()).isEqualTo(Item.Task.RECHECK);
    answer(queue, SUZUKI, item, "0");

    assertThat(state(paper).inDoubt()).isFalse();
    assertThat(errorRate().read()).isEqualTo(new Comparison(1, 1));
  }

  @Test
  void readingTheSameOnceMoreChangesNoRecord() {
    long page = page("a", accepted(PAPER, "1"));
    DoubtQueue queue =
        queue(new QueueRules(Duration.ofMinutes(5), Duration.ofMinutes(30), DoubleEntry.NONE, 1));
    Item item = queue.take(SATO).get(0);
    assertThat(item.task()).isEqualTo(Item.Task.RECHECK);
    assertThat(answer(queue, SATO, item, "1")).isInstanceOf(Outcome.Taken.class);

    assertThat(errorRate().read()).isEqualTo(new Comparison(1, 0));
    assertThat(changedAt(page)).isZero();
    assertThat(queue.undo(SATO)).isInstanceOf(Undoing.Outcome.Undone.class);
    assertThat(changedAt(page)).isZero();
  }

  private List<String> seen() {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT operator || ' ' || subject_id FROM audit WHERE action = 'seen' ORDER BY"
                        + " id")
                .mapTo(String.class)
                .list());
  }

  @Test
  void whoeverIsShownAPageIsInTheTrailOnceAndNobodyElse() {
    long page = page("a", doubt(PAPER, "?", 1));
    FieldKey paper = new FieldKey(page, PAPER);
    DoubtQueue queue = queue();
    assertThat(queue.take(SATO, paper)).hasSize(1);
    assertThat(queue.take(SATO)).hasSize(1);
    assertThat(queue.take(SUZUKI, paper)).isEmpty();
    assertThat(seen()).containsExactly("sato " + page);
  }

  @Test
  void aPageThatIsGoneIsNobodys() {
    long page = page("a", doubt(PAPER, "?", 1));
    FieldKey gone = new FieldKey(page + 1, PAPER);
    DoubtQueue queue = queue();
    queue.skip(SATO, gone);
    assertThat(queue.lastSkipped(SATO)).isEmpty();
    assertThat(keys(queue.take(SATO, gone))).containsExactly(new FieldKey(page, PAPER));
    assertThat(queue.answer(SATO, gone, 0, "1")).isEqualTo(new Outcome.Gone());
  }

  private ErrorRate errorRate() {
    return new Quality(ledger)
        .errorRates().values().stream().reduce(ErrorRate.NONE, ErrorRate::plus);
  }

  @Test
  void aSecondCopyOfAPageIsNotLookedAt() {
    long first = page("a", doubt(PAPER, "?", 1));
    long copy = page("b", doubt(PAPER, "?", 5));
    ledger.change(
        handle -> handle.execute("UPDATE page SET same_as = ? WHERE id = ?", first, copy));

    Map<Long, Long> pages =
        queue().take(SATO).stream()
            .collect(Collectors.groupingBy(i -> i.key().pageId(), Collectors.counting()));
    assertThat(pages).containsOnlyKeys(first);
    assertThat(queue().progress(SATO, clock.instant()).left()).isEqualTo(1);
    assertThat(new Day(ledger).since(clock.instant()).doubts()).isEqualTo(1);
    assertThat(Metrics.of(ledger, new Problems(), new DiskSpace(folder)).scrape())
        .contains("yomitori_doubts 1.0");
  }
}
