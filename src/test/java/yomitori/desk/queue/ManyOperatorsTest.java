package yomitori.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Undoing;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;

@OnEveryDatabase
class ManyOperatorsTest {

  private static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");
  private static final int OPERATORS = 8;
  private static final int PAGES = 60;

  /** At most so many doubts on a page: pages change hands often. */
  private static final int DOUBTS = 3;

  @Parameter private Database database;
  @TempDir private Path folder;

  /** Pages with some doubts each; how many there are altogether. */
  private static int fill(Ledger ledger, Random random) {
    List<String> boxes =
        FORM.fields().stream().filter(CheckboxField.class::isInstance).map(Field::id).toList();
    int doubts = 0;
    for (int i = 0; i < PAGES; i++) {
      int inDoubt = 1 + random.nextInt(DOUBTS);
      doubts += inDoubt;
      List<Read> fields = new ArrayList<>();
      for (String box : boxes) {
        fields.add(
            fields.size() < inDoubt
                ? Read.doubt(box, "?", random.nextInt(5))
                : Read.accepted(box, "0"));
      }
      FilledLedger.addPage(ledger, FORM, "page" + i, fields);
    }
    return doubts;
  }

  /**
   * Operators in step: all take at once, what they hold is compared while nobody lets go of
   * anything, and all act at once.
   */
  private static final class Table {

    private final List<List<Item>> hands = new CopyOnWriteArrayList<>();
    private final Set<String> clashes = ConcurrentHashMap.newKeySet();
    private final CyclicBarrier taken = new CyclicBarrier(OPERATORS, this::compare);
    private final CyclicBarrier acted = new CyclicBarrier(OPERATORS);
    private volatile boolean empty;

    Table() {
      for (int i = 0; i < OPERATORS; i++) {
        hands.add(List.of());
      }
    }

    private void compare() {
      Map<Long, Integer> holders = new HashMap<>();
      for (int i = 0; i < OPERATORS; i++) {
        for (Item item : hands.get(i)) {
          Integer other = holders.put(item.key().pageId(), i);
          if (other != null && other != i) {
            clashes.add("operators " + other + " and " + i + " hold page " + item.key().pageId());
          }
        }
      }
      empty = holders.isEmpty();
    }

    private static void await(CyclicBarrier all) throws Exception {
      all.await(1, TimeUnit.MINUTES);
    }

    /** Works until nothing is left: answers, now and then passes on or takes back. */
    Callable<Integer> operator(DoubtQueue queue, int seat) {
      Actor who = new Actor(seat + 1, "operator" + seat);
      Random random = new Random(seat);
      return () -> {
        int answered = 0;
        do {
          List<Item> items = queue.take(who);
          if (items.isEmpty()) {
            queue.takeUpSkipped(who);
            items = queue.take(who);
          }
          hands.set(seat, items);
          await(taken);
          if (!items.isEmpty()) {
            answered += act(queue, who, items.get(0), random);
          }
          await(acted);
        } while (!empty);
        return answered;
      };
    }

    private static int act(DoubtQueue queue, Actor who, Item item, Random random) {
      return switch (random.nextInt(10)) {
        case 0 -> {
          queue.skip(who, item.key());
          yield 0;
        }
        case 1 -> queue.undo(who) instanceof Undoing.Outcome.Undone ? -1 : 0;
        default -> {
          Outcome outcome = queue.answer(who, item.key(), item.version(), "1");
          yield outcome instanceof Outcome.Taken ? 1 : 0;
        }
      };
    }
  }

  @Test
  void nobodyIsGivenWhatAnotherHasAndEveryDoubtIsAnsweredOnce() throws Exception {
    Table table = new Table();
    ExecutorService threads = Executors.newFixedThreadPool(OPERATORS);
    try (Ledger ledger = database.open(folder.resolve("ledger.db"))) {
      int doubts = fill(ledger, new Random(7));
      DoubtQueue queue =
          new DoubtQueue(
              ledger,
              new PageForms(List.of(FORM)),
              QueueRules.STANDARD,
              Clock.systemUTC(),
              new Random(1));
      List<Callable<Integer>> work = new ArrayList<>();
      for (int seat = 0; seat < OPERATORS; seat++) {
        work.add(table.operator(queue, seat));
      }
      int answered = 0;
      for (Future<Integer> done : threads.invokeAll(work)) {
        answered += done.get();
      }

      assertThat(table.clashes).isEmpty();
      assertThat(count(ledger, "field_value WHERE decision = 'review'")).isZero();
      assertThat(count(ledger, "field_value WHERE decision = 'corrected'")).isEqualTo(doubts);
      assertThat(count(ledger, "page WHERE status <> 'accepted'")).isZero();
      assertThat(answered).isEqualTo(doubts);
      assertThat(
              count(ledger, "decision WHERE kind = 'answer'")
                  - count(ledger, "decision WHERE kind = 'undo'"))
          .isEqualTo(doubts);
      assertThat(count(ledger, "lease")).isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  private static int count(Ledger ledger, String what) {
    return ledger.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM " + what).mapTo(int.class).one());
  }
}
