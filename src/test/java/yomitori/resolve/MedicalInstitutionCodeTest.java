package yomitori.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedicalInstitutionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "13, 8814790", "13, 0415067", "13, 0270751", "13, 0314732", "14, 0803304", "12, 9210014",
    "12, 3910221", "11, 2401966", "26, 9900042", "27, 9900249", "40, 9819897", "4, 8010146",
    "1, 8010016", "23, 9900110", "36, 8010015", "22, 7110861", "33, 0210012"
  })
  void codesOfWellKnownHospitalsAgree(int prefecture, String code) {
    assertThat(MedicalInstitutionCode.agrees(prefecture, code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "881479", "88147900", "881479a", "８８１４７９０"})
  void anythingButSevenDigitsNeverAgrees(String code) {
    assertThat(MedicalInstitutionCode.agrees(13, code)).isFalse();
  }

  @Test
  void inTheFourPrefecturesCheckedAloneEachBeginningHasOneCheckDigitAndNoDigitMayChange() {
    Random random = new Random(7);
    for (int prefecture = 11; prefecture <= 14; prefecture++) {
      for (int i = 0; i < 200; i++) {
        String code = completed(prefecture, "%06d".formatted(random.nextInt(1_000_000)), 1);
        assertThat(agreeingWithOneDigitChanged(prefecture, code)).isZero();
      }
    }
  }

  @Test
  void elsewhereOneMoreCheckDigitAgreesForClinicsOnTheDentalTable() {
    Random random = new Random(8);
    for (int prefecture : new int[] {1, 4, 23, 27, 47}) {
      for (int i = 0; i < 200; i++) {
        String code = completed(prefecture, "%06d".formatted(random.nextInt(1_000_000)), 2);
        // Each of the seven places can turn a medical code into a dental one, and back.
        assertThat(agreeingWithOneDigitChanged(prefecture, code)).isLessThanOrEqualTo(7);
      }
    }
  }

  private static String completed(int prefecture, String six, int expected) {
    String agreeing = null;
    int count = 0;
    for (int check = 0; check < 10; check++) {
      if (MedicalInstitutionCode.agrees(prefecture, six + check)) {
        agreeing = six + check;
        count++;
      }
    }
    assertThat(count).isEqualTo(expected);
    return agreeing;
  }

  private static int agreeingWithOneDigitChanged(int prefecture, String code) {
    int agreeing = 0;
    for (int at = 0; at < code.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = code.substring(0, at) + digit + code.substring(at + 1);
        if (digit != code.charAt(at) && MedicalInstitutionCode.agrees(prefecture, changed)) {
          agreeing++;
        }
      }
    }
    return agreeing;
  }
}
