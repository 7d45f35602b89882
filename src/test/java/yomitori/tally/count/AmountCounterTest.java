package yomitori.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.count.AmountTable.AmountGroup;
import yomitori.tally.plan.Amount;

class AmountCounterTest {

  private static final Amount COST = new Amount("cost", "費用", "万円", List.of(10L, 100L));

  @Test
  void ofManyAmountsTheSmallestAndTheLargestAreTold() {
    Random random = new Random(7);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      answers.add(answer(i, Integer.toString(20 + random.nextInt(50))));
    }
    answers.add(answer(1_000, "0.5"));
    answers.add(answer(1_001, "300"));

    AmountTable table = AmountCounter.count(COST, List.of(new Members(Members.ALL, answers)));

    AmountGroup all = table.groups().get(0);
    assertThat(all.given()).isEqualTo(1_002);
    assertThat(all.least()).isEqualTo(0.5);
    assertThat(all.most()).isEqualTo(300);
    assertThat(all.histogram()).containsExactly(1L, 1_000L, 1L);
  }

  private static Answer answer(int number, String cost) {
    return new Answer(
        "web", Integer.toString(number), Optional.empty(), Map.of("cost", Given.certain(cost)));
  }
}
