package yomitori.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.desk.values.FieldKey;
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

  @Parameter private Database database;
  @TempDir private Path folder;

  /** Pages with some doubts each; how many there are altogether. */
  private static int fill(Ledger ledger, Random random) {
    List<String> boxes =
        FORM.fields().stream().filter(CheckboxField.class::isInstance).map(Field::id).toList();
    int doubts = 0;
    for (int i = 0; i < PAGES; i++) {
      List<Read> fields = new ArrayList<>();
      for (String box : boxes) {
        boolean doubt = random.nextInt(4) == 0;
        doubts += doubt ? 1 : 0;
        fields.add(doubt ? Read.doubt(box, "?", random.nextInt(5)) : Read.accepted(box, "0"));
      }
      FilledLedger.addPage(ledger, FORM, "page" + i, fields);
    }
    return doubts;
  }

  /** Works until nothing is left: answers, now and then passes on or takes back. */
  private static Callable<Integer> operator(
      DoubtQueue queue, Actor who, Map<FieldKey, Actor> inHand, Set<String> clashes, long seed) {
    return () -> {
      Random random = new Random(seed);
      int taken = 0;
      List<Item> items = queue.take(who);
      while (!items.isEmpty()) {
        for (Item item : items) {
          Actor other = inHand.put(item.key(), who);
          if (other != null && !other.equals(who)) {
            clashes.add(other.name() + " and " + who.name() + " had " + item.key());
          }
        }
        Item item = items.get(0);
        items.forEach(i -> inHand.remove(i.key()));
        switch (random.nextInt(10)) {
          case 0 -> queue.skip(who, item.key());
          case 1 -> taken -= queue.undo(who) instanceof Undoing.Outcome.Undone ? 1 : 0;
          default -> {
            Outcome outcome = queue.answer(who, item.key(), item.version(), "1");
            taken += outcome instanceof Outcome.Taken ? 1 : 0;
          }
        }
        items = queue.take(who);
        if (items.isEmpty()) {
          queue.takeUpSkipped(who);
          items = queue.take(who);
        }
      }
      return taken;
    };
  }

  @Test
  void nobodyIsGivenWhatAnotherHasAndEveryDoubtIsAnsweredOnce() throws Exception {
    Map<FieldKey, Actor> inHand = new ConcurrentHashMap<>();
    Set<String> clashes = ConcurrentHashMap.newKeySet();
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
      for (int i = 1; i <= OPERATORS; i++) {
        work.add(operator(queue, new Actor(i, "operator" + i), inHand, clashes, i));
      }
      int answered = 0;
      for (Future<Integer> done : threads.invokeAll(work)) {
        answered += done.get();
      }

      assertThat(clashes).isEmpty();
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
