package yomitori.tally.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.tally.Flow;
import yomitori.tally.Flow.Figure;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Flow.Stated;
import yomitori.tally.Made;
import yomitori.tally.Tally;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.count.AmountTable;
import yomitori.tally.count.AmountTable.AmountGroup;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.ContradictionFound;
import yomitori.tally.count.Group;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.Opinion;
import yomitori.tally.count.OpinionTable;
import yomitori.tally.count.OpinionTable.ThemeCount;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.count.Range;
import yomitori.tally.count.ResponseRate;
import yomitori.tally.duplicate.Proposal;
import yomitori.tally.duplicate.Removal;
import yomitori.tally.plan.Amount;
import yomitori.tally.plan.PlanReader;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.Question.AnswerOption;
import yomitori.tally.plan.TallyPlan;

/** A seeded survey, counted by the tests themselves. */
final class SampleTally {

  private static final Path FORMS = Path.of("forms");
  private static final List<String> PREFECTURES =
      List.of(
          ("北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県"
                  + " 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県"
                  + " 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県")
              .split(" "));
  private static final Source WEB = new Source("web", "Web回答", Source.Kind.WEB);
  private static final Source FAX = new Source("fax", "FAX回答", Source.Kind.FAX);
  private static final Source OSAKA = new Source("osaka", "大阪府医師会", Source.Kind.REGIONAL);

  private final TallyPlan plan;
  private final SplittableRandom random = new SplittableRandom(20221214);

  private SampleTally(TallyPlan plan) {
    this.plan = plan;
  }

  /** A survey of so many answers that count; one in fifty more is taken out. */
  static Tally of(int answers) throws Exception {
    return of(answers, List.of());
  }

  /** The same, with these as the first free texts and names. */
  static Tally of(int answers, List<String> texts) throws Exception {
    Form form = new FormLibrary(FORMS).load("jma-onshi-2022");
    TallyPlan plan = PlanReader.beside(FORMS.resolve("jma-onshi-2022"), form);
    return new SampleTally(plan).tally(answers, texts);
  }

  private Tally tally(int size, List<String> texts) {
    List<Answer> counted = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      counted.add(answer(i, i < texts.size() ? texts.get(i) : ""));
    }
    List<Removal> removals = new ArrayList<>();
    for (int i = 0; i < size / 50; i++) {
      removals.add(new Removal(answer(size + i, ""), counted.get(i), Removal.Reason.SAME_CODE));
    }
    List<SourceAnswers> sources = sources(counted, removals);
    List<Opinion> opinions = opinions(counted);
    return new Tally(
        plan,
        new Made(
            LocalDate.of(2022, 12, 14),
            "0.1.0",
            List.of(new InputFile("records.jsonl", "records", "ab".repeat(32), 123456))),
        flow(sources, removals),
        plan.questions().stream().map(q -> table(q, counted)).toList(),
        plan.amounts().stream().map(a -> amounts(a, counted)).toList(),
        plan.questions().stream().map(q -> opinions(q, opinions)).toList(),
        opinions,
        plan.contradictions().stream().map(c -> new ContradictionFound(c, counted.get(0))).toList(),
        removals,
        List.of(new Proposal(counted.get(1), counted.get(2), Proposal.Why.CODE_NEAR)),
        rates(counted),
        counted,
        sources);
  }

  private Answer answer(int i, String text) {
    Map<String, Given> values = new LinkedHashMap<>();
    plan.form().fields().stream().map(Field::id).forEach(f -> values.put(f, Given.certain("")));
    boolean web = random.nextInt(100) < 39;
    boolean hospital = random.nextInt(100) < 8;
    String name = text.isEmpty() ? (hospital ? "第" + i + "病院" : "第" + i + "医院") : text;
    values.put("prefecture", given(PREFECTURES.get(random.nextInt(PREFECTURES.size())), web));
    values.put("institution_name", given(name, web));
    values.put("institution_code", given(String.format("%07d", i), web));
    for (Question question : plan.questions()) {
      if (question.isSingle()) {
        int chosen = random.nextInt(question.answers().size() + 1);
        String value =
            chosen == question.answers().size() ? "" : question.answers().get(chosen).id();
        values.put(question.field(), given(value, web));
      } else {
        int chance = 5;
        for (AnswerOption option : question.answers()) {
          values.put(option.id(), given(random.nextInt(100) < chance ? "1" : "0", web));
          chance += 5;
        }
      }
      if (!text.isEmpty()) {
        values.put(question.other(), given(text, web));
      } else if (random.nextInt(10) == 0) {
        values.put(
            question.other(), given(random.nextBoolean() ? "業者からの連絡を待っている" : "そのうちに始める", web));
      }
    }
    values.put("q3.initial_cost", given(Integer.toString(20 + random.nextInt(300)), web));
    values.put("q3.monthly_cost", given(random.nextBoolean() ? "" : "1.5", web));
    Instant at = Instant.parse("2022-11-15T00:00:00Z").plusSeconds(i * 60L);
    return new Answer(web ? "web" : "fax", "r" + i, Optional.of(at), values);
  }

  private static Given given(String value, boolean web) {
    return web ? Given.certain(value) : Given.read(value, 0.99);
  }

  private List<SourceAnswers> sources(List<Answer> counted, List<Removal> removals) {
    List<Answer> all = new ArrayList<>(counted);
    removals.forEach(removal -> all.add(removal.removed()));
    List<SourceAnswers> sources = new ArrayList<>();
    for (Source source : List.of(WEB, FAX)) {
      List<Answer> own = all.stream().filter(a -> a.source().equals(source.id())).toList();
      NotCounted none = new NotCounted(source.id(), "9", NotCounted.Reason.NOT_A_FORM, "cover.tif");
      sources.add(
          new SourceAnswers(source, own, List.of(), List.of(none), List.of("メモ"), List.of()));
    }
    sources.add(new SourceAnswers(OSAKA, List.of(), List.of(), List.of(), List.of(), List.of()));
    return sources;
  }

  private static Flow flow(List<SourceAnswers> sources, List<Removal> removals) {
    List<SourceFlow> flows = new ArrayList<>();
    for (SourceAnswers source : sources) {
      boolean regional = !source.source().isMain();
      String id = source.source().id();
      flows.add(
          new SourceFlow(
              source.source(),
              regional ? 812 : source.answers().size(),
              removals.stream().filter(r -> r.removed().source().equals(id)).count(),
              source.notCounted().size()));
    }
    return new Flow(
        flows,
        List.of(
            new Stated(Figure.TOTAL_OF_ITS_PARTS, 19224, 7473 + 11749),
            new Stated(Figure.DUPLICATES, 310, removals.size())));
  }

  private QuestionTable table(Question question, List<Answer> counted) {
    List<GroupCount> groups = new ArrayList<>();
    groups.add(count(question, group(Group.Kind.ALL, "all", "全体"), counted, a -> true));
    plan.classes()
        .forEach(
            c ->
                groups.add(
                    count(
                        question,
                        group(Group.Kind.CLASS, c.id(), c.label()),
                        counted,
                        a -> plan.classOf(a.value("institution_name")).equals(c))));
    for (Source source : List.of(WEB, FAX)) {
      groups.add(
          count(
              question,
              group(Group.Kind.SOURCE, source.id(), source.label()),
              counted,
              a -> a.source().equals(source.id())));
    }
    for (String prefecture : PREFECTURES) {
      groups.add(
          count(
              question,
              group(Group.Kind.PREFECTURE, prefecture, prefecture),
              counted,
              a -> a.value("prefecture").equals(prefecture)));
    }
    if (question.id().equals("q2")) {
      groups.add(regional(question, group(Group.Kind.ALL_REGIONAL, "all_regional", "地域調査")));
      groups.add(regional(question, group(Group.Kind.REGIONAL, "osaka", OSAKA.label())));
    }
    return new QuestionTable(question, groups);
  }

  private static Group group(Group.Kind kind, String id, String label) {
    return new Group(kind, id, label);
  }

  private static GroupCount regional(Question question, Group group) {
    List<AnswerCount> answers =
        question.answers().stream()
            .limit(3)
            .map(o -> new AnswerCount(o.id(), o.label(), 200, 812, Optional.empty()))
            .toList();
    return new GroupCount(group, 812, 600, 212, 0, 0, answers);
  }

  private static GroupCount count(
      Question question, Group group, List<Answer> all, Predicate<Answer> member) {
    List<Answer> answers = all.stream().filter(member).toList();
    long answered =
        answers.stream()
            .filter(
                a ->
                    question.fields().stream()
                        .map(a::value)
                        .anyMatch(v -> !v.isEmpty() && !v.equals("0")))
            .count();
    long base = question.isSingle() ? answered : answers.size();
    List<AnswerCount> counts = new ArrayList<>();
    for (AnswerOption option : question.answers()) {
      long count =
          answers.stream()
              .filter(
                  a ->
                      question.isSingle()
                          ? a.value(question.field()).equals(option.id())
                          : a.value(option.id()).equals("1"))
              .count();
      counts.add(counted(option.id(), option.label(), count, base));
    }
    long other =
        answers.stream()
            .filter(a -> !a.value(question.other()).isEmpty())
            .filter(a -> !question.isSingle() || a.value(question.field()).isEmpty())
            .count();
    counts.add(counted(question.other(), question.other(), other, base));
    return new GroupCount(group, answers.size(), answered, answers.size() - answered, 0, 0, counts);
  }

  private static AnswerCount counted(String id, String label, long count, long base) {
    Range range = new Range(count - count / 50, Math.min(base, count + count / 30));
    return new AnswerCount(id, label, count, base, Optional.of(range));
  }

  private AmountTable amounts(Amount amount, List<Answer> counted) {
    List<AmountGroup> groups = new ArrayList<>();
    groups.add(amounts(amount, group(Group.Kind.ALL, "all", "全体"), counted));
    plan.classes()
        .forEach(
            c ->
                groups.add(
                    amounts(
                        amount,
                        group(Group.Kind.CLASS, c.id(), c.label()),
                        counted.stream()
                            .filter(a -> plan.classOf(a.value("institution_name")).equals(c))
                            .toList())));
    return new AmountTable(amount, groups);
  }

  private static AmountGroup amounts(Amount amount, Group group, List<Answer> answers) {
    double[] values =
        answers.stream()
            .map(a -> a.value(amount.field()))
            .filter(v -> !v.isEmpty())
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    Long[] histogram = new Long[amount.steps().size() + 1];
    Arrays.fill(histogram, 0L);
    for (double value : values) {
      int bar = (int) amount.steps().stream().filter(step -> value >= step).count();
      histogram[bar]++;
    }
    return new AmountGroup(
        group,
        values.length,
        2,
        1,
        quantile(values, 0),
        quantile(values, 0.25),
        quantile(values, 0.5),
        quantile(values, 0.75),
        quantile(values, 1),
        List.of(histogram));
  }

  private static double quantile(double[] sorted, double p) {
    if (sorted.length == 0) {
      return 0;
    }
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private List<Opinion> opinions(List<Answer> counted) {
    List<Opinion> opinions = new ArrayList<>();
    for (Answer answer : counted) {
      for (Question question : plan.questions()) {
        String text = answer.value(question.other());
        if (!text.isEmpty()) {
          opinions.add(new Opinion(answer, question.other(), text, plan.themes().of(text)));
        }
      }
    }
    return opinions;
  }

  private static OpinionTable opinions(Question question, List<Opinion> opinions) {
    List<Opinion> own = opinions.stream().filter(o -> o.field().equals(question.other())).toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    own.forEach(o -> o.themes().forEach(theme -> counts.merge(theme, 1L, Long::sum)));
    List<ThemeCount> themes = new ArrayList<>();
    counts.forEach((theme, n) -> themes.add(new ThemeCount(theme, n, examples(own, theme))));
    long unmatched = own.stream().filter(o -> o.themes().isEmpty()).count();
    return new OpinionTable(
        question.other(), question.label() + " その他", own.size(), themes, unmatched);
  }

  private static List<String> examples(List<Opinion> opinions, String theme) {
    return new TreeSet<>(
            opinions.stream().filter(o -> o.themes().contains(theme)).map(Opinion::text).toList())
        .stream().limit(3).toList();
  }

  private List<ResponseRate> rates(List<Answer> counted) {
    List<ResponseRate> rates = new ArrayList<>();
    rates.add(
        new ResponseRate(
            group(Group.Kind.ALL, "all", "全体"), counted.size() * 6L, counted.size(), 3));
    for (String prefecture : PREFECTURES) {
      long own = counted.stream().filter(a -> a.value("prefecture").equals(prefecture)).count();
      rates.add(
          new ResponseRate(
              group(Group.Kind.PREFECTURE, prefecture, prefecture), own * 6 + 1, own, 0));
    }
    return rates;
  }
}
