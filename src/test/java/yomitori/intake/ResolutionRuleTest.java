package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.geometry.Resolution;

class ResolutionRuleTest {

  @ParameterizedTest(name = "{0} x {1} px said to be {2} x {3} dpi is {4} x {5}")
  @CsvSource({
    // what the file says makes a page
    "1728, 1143, 204, 98, 204, 98",
    "1728, 2286, 204, 196, 204, 196",
    "1728, 4572, 204, 391, 204, 391",
    "1728, 1170, 200, 100, 200, 100",
    "1728, 2338, 200, 200, 200, 200",
    "2592, 3508, 300, 300, 300, 300",
    "3456, 4677, 400, 400, 400, 400",
    "4864, 6616, 400, 400, 400, 400",
    "2480, 3508, 300, 300, 300, 300",
    "3508, 2480, 300, 300, 300, 300",
    "1700, 2200, 200, 200, 200, 200",
    "1728, 7000, 204, 196, 204, 196",
    "1728, 1100, 204, 196, 204, 196",
    // nothing said
    "1728, 1143, 0, 0, 204.1, 97.8",
    "1728, 1037, 0, 0, 204.1, 97.8",
    "1728, 2150, 0, 0, 204.1, 195.6",
    "1728, 2394, 0, 0, 204.1, 195.6",
    "1728, 4510, 0, 0, 204.1, 391.2",
    "2048, 2800, 0, 0, 204.1, 195.6",
    "2432, 1617, 0, 0, 204.1, 97.8",
    "3456, 4573, 0, 0, 408.2, 391.2",
    "1654, 2339, 0, 0, 200, 200",
    "2339, 1654, 0, 0, 200, 200",
    "2480, 3508, 0, 0, 300, 300",
    "3307, 4677, 0, 0, 400, 400",
    "1700, 2200, 0, 0, 200, 200",
    // something absurd said
    "1728, 2286, 72, 72, 204.1, 195.6",
    "1728, 1143, 1, 1, 204.1, 97.8",
    "1728, 1143, 9999, 9999, 204.1, 97.8",
    "1728, 2286, 300, 300, 204.1, 195.6",
    "2480, 3508, 72, 72, 300, 300",
    "1728, 1143, 98, 204, 204, 98",
    "1728, 2286, 0, 196, 204.1, 195.6",
    "1728, 1143, 204, 0, 204.1, 97.8",
    "1728, 1143, 80.3, 38.6, 203.96, 98.04",
    // a gateway forgot that the pixels are not square
    "1728, 1143, 204, 204, 204.1, 97.8",
    "1728, 1128, 200, 200, 204.1, 97.8",
  })
  void decides(int width, int height, double saidX, double saidY, double dpiX, double dpiY) {
    Resolution decided = ResolutionRule.decide(width, height, saidX, saidY);

    assertThat(decided.dpiX()).isCloseTo(dpiX, within(0.1));
    assertThat(decided.dpiY()).isCloseTo(dpiY, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "40000, 1", "1, 40000", "5000, 5000", "850, 1100"})
  void alwaysDecidesSomethingPositive(int width, int height) {
    Resolution decided = ResolutionRule.decide(width, height, Double.NaN, -1);

    assertThat(decided.dpiX()).isPositive();
    assertThat(decided.dpiY()).isPositive();
  }
}
