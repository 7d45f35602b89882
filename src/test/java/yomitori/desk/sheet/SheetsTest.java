package yomitori.desk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.SettableClock;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.queue.DoubleEntry;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.desk.queue.Outcome;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.sheet.Judgement.Shown;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Undoing;
import yomitori.desk.values.Values;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.resolve.FieldValue.Decision;

@OnEveryDatabase
class SheetsTest {

  private static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");
  private static final PageForms FORMS = new PageForms(List.of(FORM));
  private static final String BOX =
      FORM.fields().stream()
          .filter(CheckboxField.class::isInstance)
          .map(Field::id)
          .findFirst()
          .orElseThrow();
  private static final Actor HANAKO = new Actor(1, "hanako");
  private static final Actor TARO = new Actor(2, "taro");
  private static final Selection MARKED =
      new Selection(FORM.id(), BOX, Decision.REVIEW, Optional.of("1"));
  private static final Selection ACCEPTED =
      new Selection(FORM.id(), BOX, Decision.ACCEPTED, Optional.of("0"));

  @Parameter private Database database;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Ledger ledger;
  private Sheets sheets;
  private DoubtQueue queue;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
    sheets = new Sheets(ledger, FORMS, QueueRules.STANDARD, clock);
    queue = new DoubtQueue(ledger, FORMS, QueueRules.STANDARD, clock, new Random(1));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  /** Pages whose box is in doubt, the first least sure. */
  private List<Long> doubts(int count, String likely) {
    List<Long> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long page =
          FilledLedger.addPage(
              ledger, FORM, likely + "-" + i, List.of(Read.doubt(BOX, "?", 10 - i / 100.0)));
      double confidence = 0.5 + i / 1000.0;
      ledger.change(
          handle ->
              handle.execute(
                  "UPDATE field_value SET likely = ?, confidence = ? WHERE page_id = ?",
                  likely,
                  confidence,
                  page));
      pages.add(page);
    }
    return pages;
  }

  private static List<Shown> shown(List<Crop> crops) {
    return crops.stream().map(crop -> new Shown(crop.page(), crop.version())).toList();
  }

  private Settled settle(Actor who, Selection selection, List<Crop> crops, Long... picked) {
    return sheets.settle(who, selection, new Judgement(shown(crops), Set.of(picked), false));
  }

  private FieldState state(long page) {
    return ledger.read(handle -> Values.state(handle, new FieldKey(page, BOX))).orElseThrow();
  }

  @Test
  void aSheetHoldsWhatWasReadAlikeTheLeastSureFirst() {
    List<Long> marked = doubts(3, "1");
    doubts(2, "0");
    FilledLedger.addPage(ledger, FORM, "accepted", List.of(Read.accepted(BOX, "0")));

    List<Crop> crops = sheets.take(HANAKO, MARKED);
    assertThat(crops).extracting(Crop::page).containsExactlyElementsOf(marked);
    assertThat(crops).extracting(Crop::read).containsOnly("1");
    assertThat(sheets.groups(MARKED)).containsExactly(new Group("1", 3), new Group("0", 2));
    assertThat(sheets.questions()).contains(new Question(FORM.id(), BOX, 5, 1));
  }

  @Test
  void allOthersAreRightInOneStepThatIsTakenBackAsOne() {
    List<Long> pages = doubts(4, "1");
    List<Crop> crops = sheets.take(HANAKO, MARKED);

    assertThat(settle(HANAKO, MARKED, crops, pages.get(2))).isEqualTo(new Settled(3, 1, 0));
    assertThat(state(pages.get(0))).isEqualTo(FieldState.corrected("1"));
    assertThat(state(pages.get(2)).inDoubt()).isTrue();
    assertThat(sheets.questions()).contains(new Question(FORM.id(), BOX, 1, 0));

    Undoing.Outcome outcome = queue.undo(HANAKO);
    assertThat(((Undoing.Outcome.Undone) outcome).rows()).hasSize(3);
    assertThat(pages).allMatch(page -> state(page).inDoubt());
    assertThat(sheets.take(HANAKO, MARKED)).hasSize(4);
  }

  @Test
  void whatWasPickedAmongTheAcceptedIsInDoubtFromThenOnOrTheOpposite() {
    long a = FilledLedger.addPage(ledger, FORM, "a", List.of(Read.accepted(BOX, "0")));
    long b = FilledLedger.addPage(ledger, FORM, "b", List.of(Read.accepted(BOX, "0")));

    assertThat(settle(HANAKO, ACCEPTED, sheets.take(HANAKO, ACCEPTED), a))
        .isEqualTo(new Settled(1, 1, 0));
    assertThat(state(a).inDoubt()).isTrue();
    assertThat(state(b)).isEqualTo(FieldState.corrected("0"));
    queue.undo(HANAKO);
    assertThat(state(a).decision()).isEqualTo(Decision.ACCEPTED);

    List<Shown> crops = shown(sheets.take(HANAKO, ACCEPTED));
    sheets.settle(HANAKO, ACCEPTED, new Judgement(crops, Set.of(a), true));
    assertThat(state(a)).isEqualTo(FieldState.corrected("1"));
  }

  @Test
  void whatChangedSinceItWasShownIsLeftOutAndSaid() {
    List<Long> pages = doubts(3, "1");
    List<Crop> crops = sheets.take(HANAKO, MARKED);
    queue.correct(TARO, new FieldKey(pages.get(1), BOX), 0, "0");

    assertThat(settle(HANAKO, MARKED, crops)).isEqualTo(new Settled(2, 0, 1));
    assertThat(state(pages.get(1))).isEqualTo(FieldState.corrected("0"));
  }

  @Test
  void whatIsOnASheetIsOnNobodyElsesAndInNobodyElsesQueueUntilTimeIsUp() {
    doubts(3, "1");
    List<Crop> crops = sheets.take(HANAKO, MARKED);

    assertThat(sheets.take(TARO, MARKED)).isEmpty();
    assertThat(queue.take(TARO)).isEmpty();
    clock.pass(Duration.ofMinutes(4));
    sheets.keep(HANAKO);
    clock.pass(Duration.ofMinutes(4));
    assertThat(sheets.take(TARO, MARKED)).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    assertThat(sheets.take(TARO, MARKED)).hasSize(3);
    assertThat(settle(HANAKO, MARKED, crops)).isEqualTo(new Settled(0, 0, 3));
  }

  @Test
  void whatAnotherHasInTheQueueIsOnNoSheet() {
    List<Long> pages = doubts(2, "1");
    FieldKey key = queue.take(TARO).get(0).key();
    assertThat(sheets.take(HANAKO, MARKED)).extracting(Crop::page).doesNotContain(key.pageId());
    assertThat(queue.answer(TARO, key, 0, "1")).isInstanceOf(Outcome.Taken.class);
    assertThat(pages).contains(key.pageId());
  }

  @Test
  void whatTwoPeopleAnswerIsOnNoSheet() {
    doubts(2, "1");
    QueueRules twice =
        new QueueRules(
            Duration.ofMinutes(5), Duration.ofMinutes(5), new DoubleEntry(Set.of(BOX), 0), 0);
    assertThat(new Sheets(ledger, FORMS, twice, clock).take(HANAKO, MARKED)).isEmpty();
  }

  @Test
  void operatorsAtOnceSettleEveryCropOnce() throws Exception {
    int count = 4 * Sheets.MOST;
    doubts(count, "1");
    Set<Long> inHand = ConcurrentHashMap.newKeySet();
    Set<Long> clashes = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        Actor who = new Actor(i, "operator" + i);
        work.add(
            () -> {
              int right = 0;
              for (List<Crop> crops = sheets.take(who, MARKED);
                  !crops.isEmpty();
                  crops = sheets.take(who, MARKED)) {
                crops.stream()
                    .map(Crop::page)
                    .filter(page -> !inHand.add(page))
                    .forEach(clashes::add);
                right += settle(who, MARKED, crops).right();
              }
              return right;
            });
      }
      int right = 0;
      for (Future<Integer> done : threads.invokeAll(work)) {
        right += done.get();
      }
      assertThat(clashes).isEmpty();
      assertThat(right).isEqualTo(count);
      assertThat(new HashSet<>(inHand)).hasSize(count);
    } finally {
      threads.shutdownNow();
    }
  }
}
