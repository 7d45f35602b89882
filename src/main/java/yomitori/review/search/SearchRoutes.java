package yomitori.review.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import yomitori.desk.search.Search;
import yomitori.desk.search.SearchFilter;
import yomitori.desk.values.PageForms;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;
import yomitori.review.AnswerOption;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Pager;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;

/** Finds pages, and leads from one that was found to the one beside it. */
public final class SearchRoutes implements Routes {

  private static final String PATH = "/search";
  private static final int ORDER = 20;
  private static final int ROWS = 50;

  private static final List<String> NAMES =
      List.of("q", "name", "code", "prefecture", "from", "until", "source", "status", "form");

  private static final List<String> STATUSES =
      List.of("review", "accepted", "unreadable", "not_a_form", "failed");

  private final Search search;
  private final PageForms forms;

  /**
   * @param forms to choose from
   */
  public SearchRoutes(Search search, PageForms forms) {
    this.search = search;
    this.forms = forms;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.get(PATH + "/newer", Access.OPERATOR, r -> step(r, search::newer));
    router.get(PATH + "/older", Access.OPERATOR, r -> step(r, search::older));
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "nav", Access.OPERATOR, ORDER));
  }

  private void show(Request request) {
    String query = request.queryOf(NAMES);
    long wanted = request.queryNumber(Pager.NAME).orElse(1);
    long before = Math.max(1, Math.min(wanted, Long.MAX_VALUE / ROWS)) - 1;
    Search.Result result = search.find(filter(request), ROWS * before, ROWS);
    Texts texts = request.texts();
    request.render(
        "search/search.jte",
        new SearchModel(
            NAMES.stream().collect(Collectors.toMap(Function.identity(), request::query)),
            query,
            IntStream.rangeClosed(1, MasterEntry.PREFECTURES)
                .mapToObj(p -> new AnswerOption(Integer.toString(p), Prefecture.name(p)))
                .toList(),
            STATUSES.stream()
                .map(status -> new AnswerOption(status, texts.text("status." + status)))
                .toList(),
            forms.all().stream().map(f -> new AnswerOption(f.id(), f.title())).distinct().toList(),
            result.rows(),
            result.total(),
            Pager.of(wanted, result.total(), ROWS, PATH, query)));
  }

  /** A neighbour of a page among what was found; at the end the list itself. */
  private interface Neighbour {
    Optional<Long> of(SearchFilter filter, long page);
  }

  private static void step(Request request, Neighbour neighbour) {
    long page = request.queryNumber("of").orElseThrow(Refusal::notFound);
    String query = request.queryOf(NAMES);
    String within = "?within=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    request.redirect(
        neighbour
            .of(filter(request), page)
            .map(found -> "/pages/" + found + within)
            .orElse(PATH + "?" + query));
  }

  private static SearchFilter filter(Request request) {
    return new SearchFilter(
        Arrays.stream(request.query("q").strip().split("[\\s　]+"))
            .filter(word -> !word.isEmpty())
            .toList(),
        request.query("name"),
        request.query("code"),
        prefecture(request.query("prefecture")),
        request.queryDay("from").map(request::begin),
        request.queryDay("until").map(day -> request.begin(day.plusDays(1))),
        request.query("source"),
        request.query("status"),
        request.query("form"));
  }

  private static OptionalInt prefecture(String typed) {
    return typed.matches("[0-9]{1,2}")
        ? OptionalInt.of(Integer.parseInt(typed))
        : OptionalInt.empty();
  }
}
