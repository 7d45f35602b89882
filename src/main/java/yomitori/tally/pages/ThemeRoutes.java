package yomitori.tally.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.desk.people.Role;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.tally.Tally;
import yomitori.tally.count.Opinion;
import yomitori.tally.desk.MadeTally;
import yomitori.tally.desk.ThemeRules;
import yomitori.tally.input.TallyException;
import yomitori.tally.pages.ThemesModel.Count;
import yomitori.tally.plan.Themes;

/** The rules by which free texts are sorted: looked at, tried, kept. */
public final class ThemeRoutes implements Routes {

  private static final String PATH = "/tally/themes";

  /** Unmatched texts that are listed. */
  private static final int OPEN = 100;

  private static final int WRONG = 422;

  private final DeskTally desk;

  /** The page of a desk's themes. */
  public ThemeRoutes(DeskTally desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.post(PATH, Access.MANAGER, this::change);
  }

  private void show(Request request) {
    String said = request.query("kept").equals("yes") ? request.texts().text("themes.kept") : "";
    render(request, Optional.empty(), said, false);
  }

  private void change(Request request) throws IOException {
    String typed = request.form("themes").replace("\r\n", "\n");
    String before = request.form("before").replace("\r\n", "\n");
    String said = "";
    try {
      switch (request.form("do")) {
        case "try" -> ThemeRules.check(typed);
        case "keep" -> {
          if (desk.themes().keep(request.operator().actor(), before, typed)) {
            request.redirect(PATH + "?kept=yes");
            return;
          }
          said = request.texts().text("themes.conflict");
        }
        default -> throw Refusal.malformed();
      }
    } catch (TallyException e) {
      said = Faults.said(e, desk.folder().root(), request);
    }
    if (!said.isEmpty()) {
      request.status(WRONG);
    }
    render(request, Optional.of(new Typed(typed, before)), said, !said.isEmpty());
  }

  /** What was typed, and what it was before. */
  private record Typed(String text, String before) {}

  private void render(Request request, Optional<Typed> typed, String said, boolean fault) {
    String told = said;
    boolean bad = fault;
    Themes now = Themes.none();
    try {
      now = desk.themes().now();
    } catch (TallyException e) {
      told = Faults.said(e, desk.folder().root(), request);
      bad = true;
    }
    Themes tried = now;
    if (typed.isPresent() && !bad) {
      tried = checked(typed.get().text());
    }
    List<String> texts =
        desk.runs().made().map(MadeTally::tally).map(ThemeRoutes::texts).orElse(List.of());
    Map<String, Long> open = open(tried, texts);
    String text = typed.map(Typed::text).orElse(now.text());
    request.render(
        "tally/themes.jte",
        new ThemesModel(
            request.may(Role.MANAGER),
            text,
            typed.map(Typed::before).orElse(now.text()),
            counts(now, tried, texts),
            texts.size(),
            open.values().stream().mapToLong(Long::longValue).sum(),
            mostFrequent(open),
            typed.isPresent() && !bad,
            desk.runs().made().isPresent(),
            told,
            bad));
  }

  private static Themes checked(String text) {
    try {
      return ThemeRules.check(text);
    } catch (TallyException e) {
      throw new IllegalStateException("looked at before", e);
    }
  }

  private static List<String> texts(Tally tally) {
    return tally.opinions().stream().map(Opinion::text).toList();
  }

  private static List<Count> counts(Themes now, Themes tried, List<String> texts) {
    Map<String, Long> before = counted(now, texts);
    Map<String, Long> after = counted(tried, texts);
    List<Count> counts = new ArrayList<>();
    after.forEach(
        (theme, count) -> counts.add(new Count(theme, count, before.getOrDefault(theme, 0L))));
    return counts;
  }

  private static Map<String, Long> counted(Themes themes, List<String> texts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    themes.names().forEach(theme -> counts.put(theme, 0L));
    texts.forEach(text -> themes.of(text).forEach(theme -> counts.merge(theme, 1L, Long::sum)));
    return counts;
  }

  private static Map<String, Long> open(Themes themes, List<String> texts) {
    Map<String, Long> open = new LinkedHashMap<>();
    texts.stream()
        .filter(text -> themes.of(text).isEmpty())
        .forEach(text -> open.merge(text, 1L, Long::sum));
    return open;
  }

  private static List<Count> mostFrequent(Map<String, Long> texts) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(OPEN)
        .map(entry -> new Count(entry.getKey(), entry.getValue(), entry.getValue()))
        .toList();
  }
}
