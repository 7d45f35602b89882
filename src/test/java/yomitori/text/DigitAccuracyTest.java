package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.simulate.hand.HeldOutDigits;

/** How many of 3,000 held-out digits are read, loose, with bits of their cells' frames left in. */
class DigitAccuracyTest {

  private static final double FINE = 7.7;
  private static final double STANDARD = 3.85;

  private record Score(double right, double logLoss) {}

  @ParameterizedTest
  @CsvSource({
    FINE + ", 0, 0.994, 0.027",
    FINE + ", 2, 0.990, 0.036",
    FINE + ", 4, 0.990, 0.035",
    STANDARD + ", 0, 0.991, 0.044",
    STANDARD + ", 4, 0.985, 0.059"
  })
  void heldOutDigitsAreReadAndTheirProbabilitiesAreSharp(
      double rowsPerMm, int sides, double leastRight, double mostLogLoss) {
    Score score = read(rowsPerMm, sides);
    assertThat(score.right).isGreaterThanOrEqualTo(leastRight);
    assertThat(score.logLoss).isLessThanOrEqualTo(mostLogLoss);
  }

  private static Score read(double rowsPerMm, int sides) {
    SplittableRandom chance = new SplittableRandom(20221121);
    int right = 0;
    double loss = 0;
    for (int digit = 0; digit < DigitReading.DIGITS; digit++) {
      List<DigitPatch> cells = new ArrayList<>();
      for (int index = 0; index < HeldOutDigits.COUNT; index++) {
        cells.add(DigitPatch.of(FaxedCell.of(digit, index, rowsPerMm, sides, chance)));
      }
      for (DigitReading reading : DigitModel.standard().read(cells)) {
        right += reading.likeliest() == digit ? 1 : 0;
        loss -= Math.log(Math.max(1e-7, reading.digits().get(digit)));
      }
    }
    int all = DigitReading.DIGITS * HeldOutDigits.COUNT;
    return new Score((double) right / all, loss / all);
  }
}
