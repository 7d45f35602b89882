package yomitori.tally.report.contents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.tally.Flow;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Flow.Stated;
import yomitori.tally.Tally;
import yomitori.tally.count.AmountTable;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.Group.Kind;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.OpinionTable;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.plan.Contradiction;
import yomitori.tally.plan.InstitutionClass;
import yomitori.tally.report.chart.BarChart;
import yomitori.tally.report.chart.Charts;
import yomitori.tally.report.contents.Block.Chart;
import yomitori.tally.report.contents.Block.Column;
import yomitori.tally.report.contents.Block.Paragraph;
import yomitori.tally.report.contents.Block.Table;
import yomitori.tally.report.words.Words;

/** Writes what the report says of a tally. */
public final class Writing {

  private static final int WIDE = 4;

  private final Tally tally;
  private final Words words;
  private final Charts charts;

  private Writing(Tally tally, Words words) {
    this.tally = tally;
    this.words = words;
    this.charts = new Charts(words);
  }

  /** The report of a tally. */
  public static Contents of(Tally tally, Words words) {
    return new Writing(tally, words).contents();
  }

  private Contents contents() {
    List<Section> sections = new ArrayList<>();
    sections.add(answers());
    tally.questions().forEach(table -> sections.add(question(table)));
    tally.amounts().stream().flatMap(table -> amounts(table).stream()).forEach(sections::add);
    tally.opinionTables().forEach(table -> sections.add(opinions(table)));
    rates().ifPresent(sections::add);
    sections.add(checks());
    sections.add(method());
    sections.add(files());
    return new Contents(
        tally.plan().title(),
        words.text("report.subtitle", words.day(tally.made().asOf())),
        sections);
  }

  private Section answers() {
    Flow flow = tally.flow();
    List<Block> blocks = new ArrayList<>();
    String parts =
        flow.sources().stream()
            .filter(source -> source.source().isMain())
            .map(s -> words.text("report.part", s.source().label(), words.number(s.answers())))
            .collect(Collectors.joining(words.text("report.plus")));
    blocks.add(
        new Paragraph(
            words.text(
                "report.arithmetic",
                parts,
                words.number(flow.answers()),
                words.number(flow.removed()),
                words.number(flow.counted()))));
    List<List<String>> rows = new ArrayList<>();
    flow.sources().stream().filter(s -> s.source().isMain()).forEach(s -> rows.add(row(s)));
    rows.add(
        List.of(
            words.text("total"),
            words.number(flow.answers()),
            words.number(flow.removed()),
            words.number(flow.counted()),
            words.number(
                flow.sources().stream()
                    .filter(s -> s.source().isMain())
                    .mapToLong(SourceFlow::notCounted)
                    .sum())));
    flow.sources().stream().filter(s -> !s.source().isMain()).forEach(s -> rows.add(row(s)));
    blocks.add(
        new Table(
            List.of(
                words("source", WIDE),
                figures("given"),
                figures("removed"),
                figures("counted"),
                figures("notCounted")),
            rows));
    blocks.addAll(classes());
    blocks.addAll(stated());
    return new Section(words.text("report.answers"), blocks);
  }

  private List<String> row(SourceFlow source) {
    return List.of(
        source.source().label(),
        words.number(source.answers()),
        words.number(source.removed()),
        words.number(source.counted()),
        words.number(source.notCounted()));
  }

  private List<Block> classes() {
    if (tally.plan().classes().size() < 2 || tally.questions().isEmpty()) {
      return List.of();
    }
    String said =
        tally
            .questions()
            .get(0)
            .of(Kind.CLASS)
            .map(
                group ->
                    words.text(
                        "report.part", group.group().label(), words.number(group.respondents())))
            .collect(Collectors.joining("、"));
    return List.of(new Paragraph(words.text("report.classes", said)));
  }

  private List<Block> stated() {
    List<Stated> stated = tally.flow().stated();
    if (stated.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows =
        stated.stream()
            .map(
                figure ->
                    List.of(
                        words.of(figure.figure()),
                        words.number(figure.stated()),
                        words.number(figure.expected()),
                        words.number(figure.difference())))
            .toList();
    boolean same = stated.stream().allMatch(figure -> figure.difference() == 0);
    return List.of(
        new Paragraph(words.text(same ? "report.statedSame" : "report.statedDiffers")),
        new Table(
            List.of(
                words("figure", WIDE),
                figures("stated"),
                figures("expected"),
                figures("difference")),
            rows));
  }

  private Section question(QuestionTable table) {
    String title =
        words.text(
            "chart.question",
            table.question().id().toUpperCase(words.locale()),
            table.question().label());
    List<Block> blocks = shown(charts.of(table).stream());
    blocks.add(table(table, List.of(Kind.ALL, Kind.CLASS), true));
    blocks.add(table(table, List.of(Kind.SOURCE, Kind.ALL_REGIONAL), false));
    blocks.add(new Paragraph(words.text("report.prefectures")));
    return new Section(title, blocks);
  }

  /** Figures of some groups; a page is not wide enough for all. */
  private Table table(QuestionTable table, List<Kind> kinds, boolean ranges) {
    List<GroupCount> groups = kinds.stream().flatMap(table::of).toList();
    List<Column> columns = new ArrayList<>(List.of(new Column("", WIDE - 1, false)));
    groups.forEach(group -> columns.add(new Column(group.group().label(), 1.5, true)));
    if (ranges) {
      columns.add(new Column(words.text("report.range"), 1.5, true));
    }
    List<List<String>> rows = new ArrayList<>();
    for (AnswerCount answer : table.all().answers()) {
      List<String> row = new ArrayList<>(List.of(words.answer(table.question(), answer)));
      groups.forEach(group -> row.add(count(group, answer.id())));
      if (ranges) {
        row.add(range(answer));
      }
      rows.add(row);
    }
    rows.add(whole("whole.respondents", groups, ranges, GroupCount::respondents));
    rows.add(whole("whole.answered", groups, ranges, GroupCount::answered));
    rows.add(whole("whole.unanswered", groups, ranges, GroupCount::unanswered));
    rows.add(whole("whole.invalid", groups, ranges, GroupCount::invalid));
    rows.add(whole("whole.in_doubt", groups, ranges, GroupCount::inDoubt));
    return new Table(columns, rows);
  }

  private String range(AnswerCount answer) {
    return answer
        .range()
        .map(r -> words.text("report.between", words.number(r.low()), words.number(r.high())))
        .orElse(words.text("report.unknown"));
  }

  private List<String> whole(
      String key, List<GroupCount> groups, boolean ranges, ToLongFunction<GroupCount> of) {
    List<String> row = new ArrayList<>(List.of(words.text(key)));
    groups.forEach(group -> row.add(words.number(of.applyAsLong(group))));
    if (ranges) {
      row.add("");
    }
    return row;
  }

  private String count(GroupCount group, String id) {
    return group.answers().stream()
        .filter(answer -> answer.id().equals(id))
        .findFirst()
        .map(
            answer ->
                words.text(
                    "chart.figure", words.number(answer.count()), words.percent(answer.share())))
        .orElse(words.text("chart.notAsked"));
  }

  private static List<Block> shown(Stream<BarChart> charts) {
    return new ArrayList<>(charts.map(Chart::new).toList());
  }

  private Optional<Section> amounts(AmountTable table) {
    List<Block> blocks = shown(charts.of(table).stream());
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows =
        table.groups().stream()
            .map(
                group ->
                    List.of(
                        group.group().label(),
                        words.number(group.given()),
                        words.decimal(group.least()),
                        words.decimal(group.lowerQuartile()),
                        words.decimal(group.median()),
                        words.decimal(group.upperQuartile()),
                        words.decimal(group.most()),
                        words.number(group.notAnAmount()),
                        words.number(group.inDoubt())))
            .toList();
    List<Column> columns = new ArrayList<>(List.of(words("group", 1.5)));
    Stream.of(
            "count",
            "least",
            "lowerQuartile",
            "median",
            "upperQuartile",
            "most",
            "notAnAmount",
            "inDoubt")
        .forEach(key -> columns.add(figures(key)));
    blocks.add(new Table(columns, rows));
    return Optional.of(
        new Section(words.text("amount", table.amount().label(), table.amount().unit()), blocks));
  }

  private Section opinions(OpinionTable table) {
    List<Block> blocks = shown(charts.of(table).stream());
    List<List<String>> rows =
        table.themes().stream()
            .map(
                theme ->
                    List.of(
                        theme.theme(),
                        words.number(theme.count()),
                        String.join(" / ", theme.examples())))
            .toList();
    blocks.add(
        new Table(List.of(words("theme", 2), figures("count"), words("examples", WIDE)), rows));
    blocks.add(
        new Paragraph(
            words.text(
                "report.unmatched", words.number(table.given()), words.number(table.unmatched()))));
    return new Section(words.text("chart.themes", table.label()), blocks);
  }

  private Optional<Section> rates() {
    if (tally.responseRates().isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows =
        tally.responseRates().stream()
            .map(
                rate ->
                    List.of(
                        rate.group().label(),
                        words.number(rate.members()),
                        words.number(rate.listed()),
                        words.percent(rate.share()),
                        words.number(rate.unlisted())))
            .toList();
    Table table =
        new Table(
            List.of(
                words("group", 2),
                figures("members"),
                figures("listed"),
                figures("share"),
                figures("unlisted")),
            rows);
    return Optional.of(new Section(words.text("sheet.rates"), List.of(table)));
  }

  private Section checks() {
    List<Block> blocks = new ArrayList<>();
    List<List<String>> removed =
        counted(tally.removals().stream().map(removal -> words.of(removal.reason())));
    if (!removed.isEmpty()) {
      blocks.add(new Paragraph(words.text("report.removed", words.of(tally.plan().keep()))));
      blocks.add(new Table(List.of(words("what", WIDE), figures("count")), removed));
    }
    blocks.add(
        new Paragraph(words.text("report.proposals", words.number(tally.proposals().size()))));
    if (!tally.plan().contradictions().isEmpty()) {
      blocks.add(new Paragraph(words.text("report.contradictions")));
      List<List<String>> rows = new ArrayList<>();
      for (Contradiction one : tally.plan().contradictions()) {
        long count =
            tally.contradictions().stream().filter(f -> f.contradiction().equals(one)).count();
        rows.add(List.of(one.label(), words.number(count)));
      }
      blocks.add(new Table(List.of(words("what", WIDE), figures("count")), rows));
    }
    return new Section(words.text("report.checks"), blocks);
  }

  private List<List<String>> counted(Stream<String> reasons) {
    Map<String, Long> counts =
        reasons.collect(Collectors.groupingBy(r -> r, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> List.of(count.getKey(), words.number(count.getValue())))
        .toList();
  }

  private Section method() {
    List<Block> blocks = new ArrayList<>();
    Arrays.stream(words.text("report.method", words.of(tally.plan().keep())).split("\\|", -1))
        .map(String::strip)
        .forEach(text -> blocks.add(new Paragraph(text)));
    List<InstitutionClass> named =
        tally.plan().classes().stream().filter(c -> !c.nameContains().isEmpty()).toList();
    for (InstitutionClass one : named) {
      blocks.add(new Paragraph(words.text("report.class", one.label(), one.nameContains())));
    }
    return new Section(words.text("report.how"), blocks);
  }

  private Section files() {
    List<List<String>> rows =
        tally.made().files().stream()
            .map(file -> List.of(file.name(), words.number(file.bytes()), file.sha256()))
            .toList();
    return new Section(
        words.text("report.files"),
        List.of(
            new Paragraph(words.text("report.version", tally.made().version())),
            new Table(
                List.of(words("file", 2), figures("bytes"), words("sha256", WIDE + 1)), rows)));
  }

  private Column words(String key, double weight) {
    return new Column(words.text("column." + key), weight, false);
  }

  private Column figures(String key) {
    return new Column(words.text("column." + key), 1, true);
  }
}
