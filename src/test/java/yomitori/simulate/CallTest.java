package yomitori.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.line.CutEnd;
import yomitori.simulate.line.FaxGrid;
import yomitori.simulate.line.HeaderLine;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.line.Skew;

class CallTest {

  private static final Simulation SIMULATION =
      new Simulation(JmaForm.FORM, JmaForm.BLANK, LineProfile.STANDARD, Purpose.TUNING, 2);

  @Test
  void callsBringEachFormOnceAndMostBringNothingElse() {
    List<Call> calls = Call.all(1000, LineProfile.STANDARD, new Chance(3));
    int next = 1;
    for (Call call : calls) {
      assertThat(call.firstForm()).isEqualTo(next);
      next += call.forms();
    }
    assertThat(next).isEqualTo(1001);
    assertThat(calls.stream().filter(call -> call.pages() == 1).count())
        .isGreaterThan(calls.size() * 3L / 4);
    Set<Call.Kind> kinds = new HashSet<>();
    calls.forEach(call -> kinds.add(call.kind()));
    assertThat(kinds).containsExactlyInAnyOrder(Call.Kind.values());
  }

  @Test
  void moreFormsDoNotChangeTheCallsBefore() {
    List<Call> few = Call.all(50, LineProfile.HARSH, new Chance(3));
    List<Call> many = Call.all(500, LineProfile.HARSH, new Chance(3));
    int whole = few.size() - 1;
    assertThat(many.subList(0, whole)).isEqualTo(few.subList(0, whole));
  }

  @Test
  void allPagesOfACallGoThroughTheSameMachines() {
    List<SentPage> pages = pages(new Call(1, withHeaderLine(), 2, Call.Kind.FORMS));
    assertThat(pages).hasSize(2);
    assertThat(pages.get(1).plan().part(FaxGrid.class))
        .isEqualTo(pages.get(0).plan().part(FaxGrid.class));
    assertThat(pages.get(1).plan().part(Skew.class))
        .isNotEqualTo(pages.get(0).plan().part(Skew.class));
    assertThat(pages.get(1).plan().part(HeaderLine.class).text()).contains("2/");
  }

  @Test
  void aCoverSheetHasNoTruth() {
    List<SentPage> pages = pages(new Call(1, 1, 1, Call.Kind.COVERED));
    assertThat(pages.get(0).truth()).isEmpty();
    assertThat(pages.get(1).truth()).isPresent();
  }

  @Test
  void aPageThatBreaksOffIsFollowedByItselfWhole() {
    List<SentPage> pages = pages(new Call(1, 1, 1, Call.Kind.RESENT));
    assertThat(pages.get(0).plan().part(CutEnd.class).acts()).isTrue();
    assertThat(pages.get(1).plan().part(CutEnd.class).acts()).isFalse();
    assertThat(pages.get(0).page().image().height())
        .isLessThan(pages.get(1).page().image().height());
    assertThat(pages.get(0).truth().orElseThrow().answers())
        .isEqualTo(pages.get(1).truth().orElseThrow().answers());
  }

  private static int withHeaderLine() {
    return IntStream.rangeClosed(1, 20)
        .filter(form -> SIMULATION.plan(form).part(HeaderLine.class).acts())
        .findFirst()
        .orElseThrow();
  }

  private static List<SentPage> pages(Call call) {
    return new CallPages(SIMULATION, Set.of()).of(call);
  }
}
