package yomitori.simulate.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChanceTest {

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(new Chance(7).bits()).isEqualTo(new Chance(7).bits());
    assertThat(new Chance(7).bits()).isNotEqualTo(new Chance(8).bits());
  }

  @Test
  void aNamedStreamDoesNotDependOnWhatWasDrawnBefore() {
    Chance fresh = new Chance(7);
    Chance used = new Chance(7);
    used.bits();
    used.gauss();
    assertThat(used.stream("skew").bits()).isEqualTo(fresh.stream("skew").bits());
    assertThat(fresh.stream("skew").bits()).isNotEqualTo(fresh.stream("scale").bits());
  }

  @Test
  void purposesShareNoDrawsUnderTheSameSeed() {
    long tuning = Purpose.TUNING.chance(1).bits();
    assertThat(Purpose.REPORTING.chance(1).bits()).isNotEqualTo(tuning);
    assertThat(Purpose.DEMO.chance(1).bits()).isNotEqualTo(tuning);
  }

  @Test
  void normalDrawsHaveMeanZeroAndDeviationOne() {
    Chance chance = new Chance(3);
    double sum = 0;
    double squares = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double value = chance.gauss();
      sum += value;
      squares += value * value;
    }
    // Five standard errors of the mean and of the variance.
    assertThat(sum / n).isBetween(-5 / Math.sqrt(n), 5 / Math.sqrt(n));
    assertThat(squares / n).isBetween(1 - 5 * Math.sqrt(2.0 / n), 1 + 5 * Math.sqrt(2.0 / n));
  }
}
