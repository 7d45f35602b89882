package yomitori.review.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yomitori.desk.returns.Answer;
import yomitori.desk.returns.ReturnCounts;
import yomitori.desk.returns.ReturnState;
import yomitori.desk.returns.Returns;
import yomitori.desk.values.PageForms;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;
import yomitori.review.AnswerOption;
import yomitori.review.returns.ReturnsModel.Line;
import yomitori.review.returns.ReturnsModel.Tab;
import yomitori.review.web.Pager;

/** Makes of the returns what their page shows. */
final class ReturnsView {

  private static final int ROWS = 100;

  private final String path;
  private final PageForms forms;
  private final Returns returns;
  private final Wanted wanted;

  ReturnsView(String path, PageForms forms, Returns returns, Wanted wanted) {
    this.path = path;
    this.forms = forms;
    this.returns = returns;
    this.wanted = wanted;
  }

  ReturnsModel model() {
    Tab current = tabs().stream().filter(Tab::current).findFirst().orElseThrow();
    Pager pager = Pager.of(wanted.page(), current.count(), ROWS, path, wanted.query());
    long skipped = ROWS * (pager.at() - 1);
    return new ReturnsModel(
        forms.all().stream().map(f -> new AnswerOption(f.id(), f.title())).distinct().toList(),
        wanted.form(),
        lines(),
        line(wanted.prefecture()),
        tabs(),
        wanted.state().stream()
            .flatMap(state -> returns.institutions(state, wanted.prefecture()))
            .skip(skipped)
            .limit(ROWS)
            .toList(),
        wanted.state().isPresent() ? List.of() : unlisted().skip(skipped).limit(ROWS).toList(),
        pager,
        path + "/reminders.csv?" + wanted.query());
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(line(OptionalInt.empty()));
    IntStream.rangeClosed(1, MasterEntry.PREFECTURES)
        .filter(prefecture -> returns.byPrefecture().containsKey(prefecture))
        .forEach(prefecture -> lines.add(line(OptionalInt.of(prefecture))));
    return lines;
  }

  private Line line(OptionalInt prefecture) {
    ReturnCounts counts = returns.counts(prefecture);
    return new Line(
        prefecture.isPresent() ? Prefecture.name(prefecture.getAsInt()) : "",
        counts,
        String.format(Locale.ROOT, "%.1f %%", 100 * counts.rate()),
        path + "?" + wanted.in(prefecture).query());
  }

  private List<Tab> tabs() {
    List<Tab> tabs = new ArrayList<>();
    for (ReturnState state : ReturnState.values()) {
      tabs.add(tab(Optional.of(state), returns.counts(wanted.prefecture()).count(state)));
    }
    tabs.add(tab(Optional.empty(), unlisted().count()));
    return tabs;
  }

  private Tab tab(Optional<ReturnState> state, long count) {
    Wanted other = wanted.listing(state);
    return new Tab(other.list(), count, path + "?" + other.query(), state.equals(wanted.state()));
  }

  private Stream<Answer> unlisted() {
    return returns.unlisted().stream()
        .filter(
            answer ->
                wanted.prefecture().isEmpty()
                    || answer.prefecture() == wanted.prefecture().getAsInt());
  }
}
