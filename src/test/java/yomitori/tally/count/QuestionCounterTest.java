package yomitori.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.Question.AnswerOption;

class QuestionCounterTest {

  private static final Question WHEN =
      new Question(
          "when",
          "いつ頃",
          "when",
          List.of(new AnswerOption("soon", "すぐ"), new AnswerOption("later", "あとで")),
          "when.other",
          "その他");

  @Test
  void wordsBesideSeveralAnswersToAQuestionForOneAreAsLittleAnAnswer() {
    List<Answer> answers =
        List.of(answer(1, "soon", ""), answer(2, "", "未定"), answer(3, "?", "未定"));

    GroupCount all =
        QuestionCounter.count(WHEN, List.of(new Members(Members.ALL, answers)), List.of()).all();

    assertThat(all.answered()).isEqualTo(2);
    assertThat(all.invalid()).isEqualTo(1);
    assertThat(all.answers()).extracting(AnswerCount::count).containsExactly(1L, 0L, 1L);
  }

  private static Answer answer(int number, String choice, String words) {
    return new Answer(
        "web",
        Integer.toString(number),
        Optional.empty(),
        Map.of("when", Given.certain(choice), "when.other", Given.certain(words)));
  }
}
