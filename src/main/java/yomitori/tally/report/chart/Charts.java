package yomitori.tally.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yomitori.tally.count.AmountTable;
import yomitori.tally.count.AmountTable.AmountGroup;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.Group.Kind;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.OpinionTable;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.report.chart.Bar.Whisker;
import yomitori.tally.report.chart.BarChart.Row;
import yomitori.tally.report.words.Words;

/** The charts of a tally: of each question all, classes, and regional surveys; amounts; themes. */
public final class Charts {

  private final Words words;

  /** In the language of these words. */
  public Charts(Words words) {
    this.words = words;
  }

  /** All respondents; classes, where there are several; regional surveys, where there are any. */
  public List<BarChart> of(QuestionTable table) {
    List<BarChart> charts = new ArrayList<>();
    charts.add(all(table));
    List<GroupCount> classes = table.of(Kind.CLASS).toList();
    if (classes.size() > 1) {
      charts.add(beside(table, "classes", classes, List.of()));
    }
    Optional<GroupCount> regional = table.of(Kind.ALL_REGIONAL).findFirst();
    if (regional.isPresent()) {
      String surveys =
          String.join("、", table.of(Kind.REGIONAL).map(c -> c.group().label()).toList());
      charts.add(
          beside(
              table,
              "regional",
              List.of(table.all(), regional.get()),
              List.of(words.text("chart.regional", surveys))));
    }
    return charts;
  }

  private BarChart all(QuestionTable table) {
    GroupCount all = table.all();
    boolean ranges = all.answers().stream().anyMatch(a -> a.range().isPresent());
    List<Row> rows = new ArrayList<>();
    for (AnswerCount answer : all.answers()) {
      String figure =
          words.text("chart.figure", words.number(answer.count()), words.percent(answer.share()));
      Optional<Whisker> range =
          answer
              .range()
              .filter(r -> answer.base() > 0 && r.low() < r.high())
              .map(
                  r ->
                      new Whisker(
                          (double) r.low() / answer.base(),
                          Math.min(1, (double) r.high() / answer.base())));
      rows.add(
          new Row(
              words.answer(table.question(), answer),
              List.of(new Bar(answer.share(), figure, range))));
    }
    return new BarChart(
        table.question().id() + "-all",
        title(table),
        subtitle(table, all),
        List.of(all.group().label()),
        rows,
        ranges ? List.of(words.text("chart.range")) : List.of(words.text("chart.noRange")));
  }

  private BarChart beside(
      QuestionTable table, String name, List<GroupCount> groups, List<String> notes) {
    List<Row> rows = new ArrayList<>();
    for (AnswerCount answer : table.all().answers()) {
      List<Bar> bars = groups.stream().map(group -> bar(group, answer.id())).toList();
      rows.add(new Row(words.answer(table.question(), answer), bars));
    }
    return new BarChart(
        table.question().id() + "-" + name,
        title(table),
        words.text(table.question().isSingle() ? "chart.shareAnswered" : "chart.shareRespondents"),
        groups.stream().map(this::series).toList(),
        rows,
        notes);
  }

  private String series(GroupCount group) {
    return words.text("chart.series", group.group().label(), words.number(group.respondents()));
  }

  private Bar bar(GroupCount group, String id) {
    return group.answers().stream()
        .filter(answer -> answer.id().equals(id))
        .findFirst()
        .map(answer -> Bar.of(answer.share(), words.percent(answer.share())))
        .orElse(Bar.of(0, words.text("chart.notAsked")));
  }

  private String title(QuestionTable table) {
    return words.text(
        "chart.question",
        table.question().id().toUpperCase(words.locale()),
        table.question().label());
  }

  private String subtitle(QuestionTable table, GroupCount group) {
    return words.text(
        table.question().isSingle() ? "chart.single" : "chart.multiple",
        words.number(group.respondents()),
        words.number(group.answered()),
        words.number(group.unanswered()),
        words.number(group.invalid()),
        words.number(group.inDoubt()));
  }

  /** The histogram; empty where nobody gave an amount. */
  public Optional<BarChart> of(AmountTable table) {
    AmountGroup all = table.groups().get(0);
    if (all.given() == 0) {
      return Optional.empty();
    }
    List<Long> steps = table.amount().steps();
    List<Row> rows =
        IntStream.range(0, all.histogram().size())
            .mapToObj(
                i ->
                    new Row(
                        bin(steps, i) + table.amount().unit(),
                        List.of(
                            Bar.of(
                                (double) all.histogram().get(i),
                                words.number(all.histogram().get(i))))))
            .toList();
    String quartiles =
        words.text(
            "chart.quartiles",
            words.number(all.given()),
            words.decimal(all.lowerQuartile()),
            words.decimal(all.median()),
            words.decimal(all.upperQuartile()),
            table.amount().unit());
    return Optional.of(
        new BarChart(
            table.amount().field() + "-amounts",
            table.amount().label(),
            quartiles,
            List.of(all.group().label()),
            rows,
            List.of()));
  }

  private String bin(List<Long> steps, int i) {
    if (steps.isEmpty()) {
      return "";
    }
    if (i == 0) {
      return words.text("bar.below", words.number(steps.get(0)));
    }
    return i == steps.size()
        ? words.text("bar.from", words.number(steps.get(i - 1)))
        : words.text("bar.between", words.number(steps.get(i - 1)), words.number(steps.get(i)));
  }

  /** How many wrote of each theme; empty where no rule takes any text. */
  public Optional<BarChart> of(OpinionTable table) {
    if (table.themes().isEmpty()) {
      return Optional.empty();
    }
    Stream<Row> themes =
        table.themes().stream()
            .map(
                theme ->
                    new Row(
                        theme.theme(),
                        List.of(Bar.of((double) theme.count(), words.number(theme.count())))));
    Row unmatched =
        new Row(
            words.text("unmatched"),
            List.of(Bar.of((double) table.unmatched(), words.number(table.unmatched()))));
    return Optional.of(
        new BarChart(
            table.field() + "-themes",
            words.text("chart.themes", table.label()),
            words.text("chart.texts", words.number(table.given())),
            List.of(""),
            Stream.concat(themes, Stream.of(unmatched)).toList(),
            List.of(words.text("chart.severalThemes"))));
  }
}
