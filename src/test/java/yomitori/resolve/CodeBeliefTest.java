package yomitori.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;
import yomitori.text.DigitReading;

class CodeBeliefTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  /** Three digits in each cell: the 2,187 codes can be counted one by one. */
  private static List<DigitReading> cells(Chance chance) {
    List<DigitReading> cells = new ArrayList<>();
    for (int i = 0; i < MedicalInstitutionCode.LENGTH; i++) {
      double[] kinds = new double[DigitReading.KINDS];
      for (int n = 0; n < 3; n++) {
        kinds[chance.below(DigitReading.DIGITS)] += chance.between(0.05, 1);
      }
      kinds[DigitReading.DIGITS + 1] = chance.between(0, 0.2);
      double sum = Arrays.stream(kinds).sum();
      cells.add(DigitReading.of(Arrays.stream(kinds).map(k -> k / sum).boxed().toList()));
    }
    return cells;
  }

  private static List<CodeLattice.Code> all(List<DigitReading> cells) {
    List<CodeLattice.Code> codes = List.of(new CodeLattice.Code("", 1));
    for (DigitReading cell : cells) {
      List<CodeLattice.Code> longer = new ArrayList<>();
      for (CodeLattice.Code code : codes) {
        for (int digit = 0; digit < DigitReading.DIGITS; digit++) {
          double p = cell.digits().get(digit);
          if (p > 0) {
            longer.add(new CodeLattice.Code(code.digits() + digit, code.probability() * p));
          }
        }
      }
      codes = longer;
    }
    return codes;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theLatticeCountsWhatCountingOneByOneCounts(long seed) {
    List<DigitReading> cells = cells(Purpose.TUNING.chance(seed));
    CodeLattice lattice = CodeLattice.of(cells);
    double[] masses = new double[10];
    String[] best = new String[10];
    double[] most = new double[10];
    for (CodeLattice.Code code : all(cells)) {
      int r = MedicalInstitutionCode.remainder(code.digits());
      masses[r] += code.probability();
      if (code.probability() > most[r]) {
        most[r] = code.probability();
        best[r] = code.digits();
      }
    }
    for (int r = 0; r < 10; r++) {
      assertThat(lattice.mass(r)).isCloseTo(masses[r], CLOSE);
      if (best[r] != null) {
        assertThat(lattice.best(r).get(0).probability()).isCloseTo(most[r], CLOSE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void whatIsBelievedOfAllCodesTogetherIsNeverMoreThanCertain(long seed) {
    CodeBelief belief =
        CodeBelief.of(cells(Purpose.TUNING.chance(seed)), PrefectureBelief.unknown());
    double sum = belief.codes().stream().mapToDouble(CodeLattice.Code::probability).sum();
    assertThat(sum).isBetween(0.0, 1.0 + 1e-9);
    double prefectures = 0;
    for (int code = 1; code <= 47; code++) {
      prefectures += belief.prefectures().share(code);
    }
    assertThat(prefectures).isCloseTo(1, CLOSE);
  }

  /** Well-known codes: 東大病院, 徳島大, 京大, 亀田, 九大. */
  @ParameterizedTest
  @ValueSource(strings = {"13 8814790", "36 8010015", "26 9900042", "12 3910221", "40 9819897"})
  void thePrefecturesOfACodeAreThoseThatItsCheckDigitAgreesWith(String known) {
    int prefecture = Integer.parseInt(known.substring(0, 2));
    List<DigitReading> cells = new ArrayList<>();
    for (char digit : known.substring(3).toCharArray()) {
      double[] kinds = new double[DigitReading.KINDS];
      kinds[digit - '0'] = 1;
      cells.add(DigitReading.of(Arrays.stream(kinds).boxed().toList()));
    }
    PrefectureBelief belief = CodeBelief.of(cells, PrefectureBelief.unknown()).prefectures();
    assertThat(belief.share(prefecture)).isGreaterThan(1 / 47.0);
    for (int other = 1; other <= 47; other++) {
      if (!MedicalInstitutionCode.agrees(other, known.substring(3))) {
        assertThat(belief.share(other)).isLessThan(1e-3);
      }
    }
  }
}
