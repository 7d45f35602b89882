package yomitori.simulate.respondent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import yomitori.simulate.JmaForm;
import yomitori.simulate.chance.Chance;

class RespondentTest {

  private final Respondent respondents = new Respondent(JmaForm.FORM);

  @Test
  void answersDoNotContradictThemselves() {
    int nothingDone = 0;
    int operating = 0;
    for (int seed = 1; seed <= 500; seed++) {
      Answers answers = respondents.answer(new Chance(seed));
      Map<String, String> values = answers.values();
      if (values.get("q1.none").equals("1")) {
        nothingDone++;
        assertThat(values.get("q1.reader_ordered")).isEqualTo("0");
        assertThat(answers.marked()).doesNotContain("q1.reader_ordered");
      } else if (values.get("q2").equals("operating")) {
        operating++;
        assertThat(values.get("q1.operating")).isEqualTo("1");
        assertThat(answers.marked()).contains("q1.operating");
      }
    }
    assertThat(nothingDone).isPositive();
    assertThat(operating).isPositive();
  }

  @Test
  void everythingMarksEveryBoxAndBlankNone() {
    assertThat(respondents.everything(new Chance(1)).marked())
        .hasSize(JmaForm.FORM.checkBoxes().size());
    assertThat(respondents.everything(new Chance(1)).values()).containsEntry("q2", "?");
    assertThat(respondents.blank().marked()).isEmpty();
    assertThat(respondents.blank().values()).containsEntry("q2", "").containsEntry("q1.none", "0");
  }
}
