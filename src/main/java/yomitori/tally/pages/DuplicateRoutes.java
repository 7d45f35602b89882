package yomitori.tally.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yomitori.desk.people.Role;
import yomitori.review.web.Access;
import yomitori.review.web.Pager;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;
import yomitori.tally.Tally;
import yomitori.tally.answer.Answer;
import yomitori.tally.desk.Decision;
import yomitori.tally.desk.Decision.Word;
import yomitori.tally.desk.MadeTally;
import yomitori.tally.duplicate.PairDecisions.AnswerName;
import yomitori.tally.duplicate.Proposal;
import yomitori.tally.duplicate.Removal;
import yomitori.tally.input.TallyException;
import yomitori.tally.pages.DuplicatesModel.Pair;
import yomitori.tally.pages.DuplicatesModel.Removed;
import yomitori.tally.pages.DuplicatesModel.View;
import yomitori.tally.report.words.Words;

/** Answers that may be of one institution, side by side; what was decided, what was taken out. */
public final class DuplicateRoutes implements Routes {

  private static final String PATH = "/tally/duplicates";

  /** Pairs, or answers, of one page; more are leafed to. */
  private static final int PAIRS = 10;

  private static final int REMOVALS = 50;

  private final DeskTally desk;

  /** The page of a desk's second answers. */
  public DuplicateRoutes(DeskTally desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.post(PATH, Access.MANAGER, this::decide);
  }

  private void decide(Request request) throws IOException {
    AnswerName first = new AnswerName(request.form("firstSource"), request.form("firstReference"));
    AnswerName second =
        new AnswerName(request.form("secondSource"), request.form("secondReference"));
    try {
      if (first.equals(second) || !isKnown(Set.of(first, second))) {
        throw Refusal.conflict();
      }
      desk.decisions().decide(request.operator().actor(), first, second, word(request));
      String view = "?view=" + view(request.form("view")).word();
      request.redirect(PATH + view + "&said=" + said(request) + "&page=" + request.form("page"));
    } catch (TallyException e) {
      throw new IOException(e); // broken by hand since the page was shown, which tells of it
    }
  }

  /** Only what a page showed is decided. */
  private boolean isKnown(Set<AnswerName> pair) throws TallyException, IOException {
    return desk.decisions().all().containsKey(pair)
        || desk.runs()
            .made()
            .map(MadeTally::tally)
            .map(tally -> proposals(tally).containsKey(pair))
            .orElse(false);
  }

  private static String said(Request request) {
    return word(request).map(Word::name).orElse("UNDONE");
  }

  private static Optional<Word> word(Request request) {
    String said = request.form("word");
    if (said.equals("UNDONE")) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Word.values())
            .filter(word -> word.name().equals(said))
            .findFirst()
            .orElseThrow(Refusal::malformed));
  }

  private static View view(String word) {
    return Arrays.stream(View.values())
        .filter(view -> view.word().equals(word))
        .findFirst()
        .orElse(View.OPEN);
  }

  private static Map<Set<AnswerName>, Proposal> proposals(Tally tally) {
    Map<Set<AnswerName>, Proposal> proposals = new LinkedHashMap<>();
    tally
        .proposals()
        .forEach(
            p -> proposals.put(Set.of(AnswerName.of(p.first()), AnswerName.of(p.second())), p));
    return proposals;
  }

  /** A pair before it is shown. */
  private record Found(
      Answer first, Answer second, Optional<Proposal> proposal, Optional<Decision> decision) {

    boolean isOpen() {
      return decision.isEmpty() || decision.get().word() == Word.LATER;
    }

    boolean isLater() {
      return decision.isPresent();
    }
  }

  private void show(Request request) throws IOException {
    Texts texts = request.texts();
    Map<Set<AnswerName>, Decision> decisions = Map.of();
    String key = "decided." + request.query("said");
    String said = texts.has(key) ? texts.text(key) : "";
    boolean fault = false;
    try {
      decisions = desk.decisions().all();
    } catch (TallyException e) {
      said = Faults.said(e, desk.folder().root(), request);
      fault = true;
    }
    Optional<Tally> made = desk.runs().made().map(MadeTally::tally);
    View view = view(request.query("view"));
    List<Found> all = made.isPresent() ? found(made.get(), decisions) : List.of();
    List<Found> open =
        Stream.concat(
                all.stream().filter(f -> f.isOpen() && !f.isLater()),
                all.stream().filter(f -> f.isOpen() && f.isLater()))
            .toList();
    List<Found> settled = all.stream().filter(f -> !f.isOpen()).toList();
    List<Removal> removals = made.map(Tally::removals).orElse(List.of());
    List<Found> listed =
        switch (view) {
          case OPEN -> open;
          case SETTLED -> settled;
          case REMOVED -> List.of();
        };
    int rows = view == View.REMOVED ? removals.size() : listed.size();
    int each = view == View.REMOVED ? REMOVALS : PAIRS;
    Pager pager =
        Pager.of(
            request.queryNumber(Pager.NAME).orElse(1), rows, each, PATH, "view=" + view.word());
    List<Pair> pairs = List.of();
    List<Removed> removed = List.of();
    if (made.isPresent()) {
      pairs = pairs(piece(listed, pager, each), made.get(), request);
      if (view == View.REMOVED) {
        removed = removed(piece(removals, pager, each), made.get(), request);
      }
    }
    request.render(
        "tally/duplicates.jte",
        new DuplicatesModel(
            request.may(Role.MANAGER),
            made.isPresent(),
            view,
            open.size(),
            settled.size(),
            removals.size(),
            pairs,
            removed,
            pager,
            said,
            fault));
  }

  private static <T> List<T> piece(List<T> all, Pager pager, int each) {
    return all.stream().skip((pager.at() - 1) * each).limit(each).toList();
  }

  /** What was proposed, and what was decided of answers that are there. */
  private static List<Found> found(Tally tally, Map<Set<AnswerName>, Decision> decisions) {
    Map<Set<AnswerName>, Proposal> proposals = proposals(tally);
    List<Found> found = new ArrayList<>();
    proposals.forEach(
        (pair, proposal) ->
            found.add(
                new Found(
                    proposal.first(),
                    proposal.second(),
                    Optional.of(proposal),
                    Optional.ofNullable(decisions.get(pair)))));
    Map<AnswerName, Answer> answers = named(tally, decisions.values());
    for (Map.Entry<Set<AnswerName>, Decision> entry : decisions.entrySet()) {
      Decision decision = entry.getValue();
      Answer first = answers.get(decision.first());
      Answer second = answers.get(decision.second());
      if (!proposals.containsKey(entry.getKey()) && first != null && second != null) {
        found.add(new Found(first, second, Optional.empty(), Optional.of(decision)));
      }
    }
    return found;
  }

  private static Map<AnswerName, Answer> named(Tally tally, Collection<Decision> decisions) {
    Map<AnswerName, Answer> named = new HashMap<>();
    decisions.forEach(
        d -> {
          named.put(d.first(), null);
          named.put(d.second(), null);
        });
    tally.sources().stream()
        .flatMap(brought -> brought.answers().stream())
        .filter(answer -> named.containsKey(AnswerName.of(answer)))
        .forEach(answer -> named.put(AnswerName.of(answer), answer));
    return named;
  }

  private List<Pair> pairs(List<Found> shown, Tally tally, Request request) {
    List<Answer> answers =
        shown.stream().flatMap(found -> Stream.of(found.first(), found.second())).toList();
    AnswerCards cards = AnswerCards.of(tally, answers, desk.records(), request.texts());
    ValueWords values = new ValueWords(tally.plan().form(), request.texts());
    Words words = new Words(request.locale());
    return shown.stream()
        .map(
            found ->
                new Pair(
                    cards.card(found.first()),
                    found.first().source(),
                    cards.card(found.second()),
                    found.second().source(),
                    found.proposal().map(p -> words.of(p.why())).orElse(""),
                    values.differences(found.first(), found.second()),
                    found.decision().map(Decision::word).orElse(null),
                    found.decision().map(d -> decided(d, request.texts())).orElse("")))
        .toList();
  }

  private static String decided(Decision decision, Texts texts) {
    String key = "was." + decision.word();
    return decision.by().isEmpty()
        ? texts.text(key)
        : texts.text("decided.by", texts.text(key), decision.by(), decision.at());
  }

  private List<Removed> removed(List<Removal> shown, Tally tally, Request request) {
    List<Answer> answers = shown.stream().flatMap(r -> Stream.of(r.removed(), r.kept())).toList();
    AnswerCards cards = AnswerCards.of(tally, answers, desk.records(), request.texts());
    Words words = new Words(request.locale());
    return shown.stream()
        .map(r -> new Removed(cards.card(r.removed()), cards.card(r.kept()), words.of(r.reason())))
        .toList();
  }
}
