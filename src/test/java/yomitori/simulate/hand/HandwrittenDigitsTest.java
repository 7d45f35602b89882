package yomitori.simulate.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;

class HandwrittenDigitsTest {

  private static final int DRAWS = 4000;

  @Test
  void thereAreTenThousandDigitsAndThreeThousandAreHeldOut() {
    int all = 0;
    for (int digit = 0; digit <= 9; digit++) {
      all += HandwrittenDigits.count(digit);
    }
    assertThat(all).isEqualTo(10_000);
    assertThat(10 * HandwrittenDigits.HELD_OUT).isEqualTo(3_000);
  }

  @Test
  void noDigitIsDrawnBothForTuningAndForReporting() {
    for (int digit = 0; digit <= 9; digit++) {
      Set<Integer> reporting = drawn(digit, Purpose.REPORTING);
      assertThat(reporting).hasSizeGreaterThan(HandwrittenDigits.HELD_OUT / 2);
      assertThat(drawn(digit, Purpose.TUNING)).doesNotContainAnyElementsOf(reporting);
      assertThat(drawn(digit, Purpose.DEMO)).doesNotContainAnyElementsOf(reporting);
    }
  }

  @Test
  void anImageShowsInkOnPaper() {
    for (int digit = 0; digit <= 9; digit++) {
      float sum = 0;
      for (float ink : HandwrittenDigits.image(digit, HandwrittenDigits.count(digit) - 1)) {
        assertThat(ink).isBetween(0f, 1f);
        sum += ink;
      }
      assertThat(sum / (HandwrittenDigits.SIDE * HandwrittenDigits.SIDE)).isBetween(0.02f, 0.35f);
    }
  }

  private static Set<Integer> drawn(int digit, Purpose purpose) {
    Chance chance = new Chance(digit);
    Set<Integer> drawn = new TreeSet<>();
    for (int i = 0; i < DRAWS; i++) {
      drawn.add(HandwrittenDigits.index(digit, purpose, chance));
    }
    return drawn;
  }
}
