package yomitori.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.desk.values.PageForms;
import yomitori.form.CheckboxField;
import yomitori.form.Form;
import yomitori.form.FormLibrary;

class QueueSpeedTest {

  private static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");
  private static final int DOUBTS = 20_000;
  private static final int OPERATORS = 20;
  private static final int ROUNDS = 25;

  /** An answer and the next item are two writes; 20 operators answer once a second together. */
  private static final Duration MEDIAN_BUDGET = Duration.ofMillis(25);

  @TempDir private Path folder;

  private static void fill(Ledger ledger) {
    List<String> boxes =
        FORM.fields().stream()
            .filter(CheckboxField.class::isInstance)
            .map(field -> field.id())
            .toList();
    ledger.change(
        handle -> {
          Random random = new Random(3);
          for (int i = 0; i < DOUBTS / 5; i++) {
            List<Read> fields = new ArrayList<>();
            for (int f = 0; f < boxes.size(); f++) {
              fields.add(
                  f % 4 == 0 && fields.size() < 17
                      ? Read.doubt(boxes.get(f), "?", random.nextDouble())
                      : Read.accepted(boxes.get(f), "0"));
            }
            FilledLedger.addPage(handle, FORM, "page" + i, fields);
          }
        });
  }

  @Test
  void twentyOperatorsOnTwentyThousandDoubtsNeverWait() {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      fill(ledger);
      DoubtQueue queue =
          new DoubtQueue(
              ledger,
              new PageForms(List.of(FORM)),
              QueueRules.STANDARD,
              Clock.systemUTC(),
              new Random(1));
      long[] nanos = new long[ROUNDS * OPERATORS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int o = 0; o < OPERATORS; o++) {
          Actor who = new Actor(o + 1, "operator" + o);
          long start = System.nanoTime();
          Item item = queue.take(who).get(0);
          queue.answer(who, item.key(), item.version(), "1");
          nanos[round * OPERATORS + o] = System.nanoTime() - start;
        }
      }
      Arrays.sort(nanos);
      assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(MEDIAN_BUDGET);
    }
  }
}
