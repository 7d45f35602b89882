package yomitori.tally.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.review.web.Access;
import yomitori.review.web.Pager;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.tally.Tally;
import yomitori.tally.count.ContradictionFound;
import yomitori.tally.desk.MadeTally;
import yomitori.tally.pages.ContradictionsModel.Row;
import yomitori.tally.pages.ContradictionsModel.Rule;
import yomitori.tally.plan.Contradiction;
import yomitori.tally.plan.Contradiction.Condition;

/** Answers that contradict themselves, by rule. */
public final class ContradictionRoutes implements Routes {

  private static final String PATH = "/tally/contradictions";
  private static final String TEMPLATE = "tally/contradictions.jte";

  /** Answers of one page; more are leafed to. */
  private static final int ROWS = 50;

  private final DeskTally desk;

  /** The page of a desk's contradictions. */
  public ContradictionRoutes(DeskTally desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
  }

  private void show(Request request) {
    Optional<Tally> made = desk.runs().made().map(MadeTally::tally);
    List<Contradiction> rules = made.map(t -> t.plan().contradictions()).orElse(List.of());
    if (rules.isEmpty()) {
      Pager none = Pager.of(1, 0, ROWS, PATH, "");
      request.render(
          TEMPLATE, new ContradictionsModel(made.isPresent(), List.of(), "", List.of(), none));
      return;
    }
    Contradiction shown =
        rules.stream()
            .filter(rule -> rule.id().equals(request.query("rule")))
            .findFirst()
            .orElse(rules.get(0));
    request.render(TEMPLATE, model(made.orElseThrow(), rules, shown, request));
  }

  private ContradictionsModel model(
      Tally tally, List<Contradiction> rules, Contradiction shown, Request request) {
    List<ContradictionFound> found = of(tally, shown);
    Pager pager =
        Pager.of(
            request.queryNumber(Pager.NAME).orElse(1),
            found.size(),
            ROWS,
            PATH,
            "rule=" + Addresses.encoded(shown.id()));
    List<ContradictionFound> piece =
        found.stream().skip((pager.at() - 1) * ROWS).limit(ROWS).toList();
    AnswerCards cards =
        AnswerCards.of(
            tally,
            piece.stream().map(ContradictionFound::answer).toList(),
            desk.records(),
            request.texts());
    ValueWords values = new ValueWords(tally.plan().form(), request.texts());
    List<String> fields =
        Stream.concat(shown.all().stream(), shown.any().stream()).map(Condition::field).toList();
    return new ContradictionsModel(
        true,
        rules.stream()
            .map(r -> new Rule(r.id(), r.label(), of(tally, r).size(), r.equals(shown)))
            .toList(),
        shown.label(),
        piece.stream()
            .map(f -> new Row(cards.card(f.answer()), values.answered(f.answer(), fields)))
            .toList(),
        pager);
  }

  private static List<ContradictionFound> of(Tally tally, Contradiction rule) {
    return tally.contradictions().stream().filter(f -> f.contradiction().equals(rule)).toList();
  }
}
