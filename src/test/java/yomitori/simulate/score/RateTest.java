package yomitori.simulate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  /** The bounds solve the binomial tails at 2.5 %; with no case the upper is 1 - 0.025^(1/n). */
  @ParameterizedTest
  @CsvSource({
    "0, 100, 0, 0.036217",
    "100, 100, 0.963783, 1",
    "5, 10, 0.187086, 0.812914",
    "0, 0, 0, 1"
  })
  void theIntervalIsExact(long cases, long of, double lower, double upper) {
    Rate rate = Rate.of(cases, of);

    assertThat(rate.lower()).isCloseTo(lower, within(1e-6));
    assertThat(rate.upper()).isCloseTo(upper, within(1e-6));
  }

  @Test
  void nothingOfNothingIsNoShare() {
    assertThat(Rate.of(0, 0).share()).isZero();
  }
}
