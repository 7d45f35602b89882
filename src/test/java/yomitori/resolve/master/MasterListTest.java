package yomitori.resolve.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterListTest {

  private static final MasterList LIST = SampleMasters.of(20_000, 1);

  @Test
  void everyInstitutionIsFoundByItsPrefectureAndCode() {
    for (MasterEntry entry : LIST.entries()) {
      assertThat(LIST.find(entry.prefecture(), entry.code())).contains(entry);
    }
    assertThat(LIST.find(47, "0000000")).isEmpty();
  }

  @Test
  void ofTwoEntriesWithOneKeyTheFirstIsKept() {
    MasterEntry first = new MasterEntry(13, "8814790", "甲病院");
    MasterList list = MasterList.of(List.of(first, new MasterEntry(13, "8814790", "乙病院")));
    assertThat(list.entries()).containsExactly(first);
  }

  /** One character in four misread, in a list full of namesakes; measured: 0.92. */
  @Test
  void aNameIsFoundThoughOneCharacterInFourIsMisread() {
    int found = 0;
    int asked = 0;
    for (int i = 0; i < LIST.entries().size(); i += 100) {
      MasterEntry entry = LIST.entries().get(i);
      StringBuilder read = new StringBuilder(InstitutionName.comparable(entry.name()));
      for (int c = 1; c < read.length(); c += 4) {
        read.setCharAt(c, '口');
      }
      String wanted = InstitutionName.comparable(entry.name());
      found +=
          LIST.byName(read.toString(), 10).stream()
                  .anyMatch(m -> InstitutionName.comparable(m.entry().name()).equals(wanted))
              ? 1
              : 0;
      asked++;
    }
    assertThat((double) found / asked).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({
    "医療法人社団 緑ヶ丘内科, 緑ケ丘内科",
    "（医）齋藤クリニック, 斎藤ｸﾘﾆｯｸ",
    "髙橋　醫院, 高橋医院",
    "㈱横浜工場診療所, 株式会社 横浜工場診療所",
    "センター病院, センタ病院"
  })
  void theSameNameWrittenOtherwiseIsTheSame(String one, String other) {
    assertThat(InstitutionName.comparable(one)).isEqualTo(InstitutionName.comparable(other));
  }

  @ParameterizedTest
  @CsvSource({
    "医院, true",
    "医療法人社団, true",
    "医療法人クリニック, true",
    "中央病院, true",
    "森医院, false",
    "院長医院, false"
  })
  void aKindAloneNamesNobody(String text, boolean nobody) {
    assertThat(InstitutionName.namesNobody(text)).isEqualTo(nobody);
  }

  @Test
  void peopleLeaveOutLegalFormsAndTheBodyThatRunsIt() {
    MasterEntry entry = new MasterEntry(1, "0112745", "医療法人社団 慈藻会 平松記念病院");
    assertThat(MasterList.likeness("平松記念病院", entry)).isEqualTo(1);
    assertThat(MasterList.likeness("慈藻会平松記念病院", entry)).isEqualTo(1);
    assertThat(MasterList.likeness("山田医院", entry)).isLessThan(0.3);
    assertThat(InstitutionName.asWritten(entry.name(), "平松記念病完")).isEqualTo("平松記念病院");
    assertThat(InstitutionName.asWritten(entry.name(), "医療法人社団慈藻会平松記念")).startsWith("医療法人社団");
  }
}
