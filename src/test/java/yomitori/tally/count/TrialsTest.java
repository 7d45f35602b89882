package yomitori.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import yomitori.tally.answer.Given;

class TrialsTest {

  @Test
  void whatIsCertainHasNoRange() {
    Trials trials = new Trials();
    for (int i = 0; i < 100; i++) {
      trials.counted(Given.certain("1"));
      trials.notCounted(Given.certain("0"), 1);
    }
    assertThat(trials.range()).contains(new Range(100, 100));
  }

  @Test
  void whatIsInDoubtWidensTheRangeByAllOfIt() {
    Trials trials = new Trials();
    trials.counted(Given.certain("1"));
    trials.open();
    trials.open();
    assertThat(trials.count()).isEqualTo(1);
    assertThat(trials.range()).contains(new Range(1, 3));
  }

  @Test
  void withoutConfidencesNoRangeIsMadeUp() {
    Trials trials = new Trials();
    trials.counted(Given.untold("1"));
    assertThat(trials.range()).isEmpty();
  }

  @Test
  void equalChancesAreTheBinomialDistribution() {
    // 10 values at 0.5: R's qbinom(c(0.025, 0.975), 10, 0.5) is 2 and 8.
    Trials trials = new Trials();
    for (int i = 0; i < 10; i++) {
      trials.counted(Given.read("1", 0.5));
    }
    assertThat(trials.range()).contains(new Range(2, 10));
    Trials missed = new Trials();
    for (int i = 0; i < 10; i++) {
      missed.notCounted(Given.read("0", 0.5), 1);
    }
    assertThat(missed.range()).contains(new Range(0, 8));
  }

  @Test
  void theTrueCountIsInTheRangeAsOftenAsSaid() {
    SplittableRandom random = new SplittableRandom(4711);
    int inside = 0;
    int surveys = 400;
    for (int s = 0; s < surveys; s++) {
      Trials trials = new Trials();
      int truth = 0;
      for (int i = 0; i < 500; i++) {
        boolean read = random.nextInt(4) == 0;
        double confidence = 0.9 + 0.1 * random.nextDouble();
        boolean right = random.nextDouble() < confidence;
        if (read) {
          trials.counted(Given.read("1", confidence));
        } else {
          trials.notCounted(Given.read("0", confidence), 1);
        }
        truth += read == right ? 1 : 0;
      }
      Range range = trials.range().orElseThrow();
      inside += range.low() <= truth && truth <= range.high() ? 1 : 0;
    }
    assertThat(inside / (double) surveys).isBetween(0.93, 0.99);
  }
}
