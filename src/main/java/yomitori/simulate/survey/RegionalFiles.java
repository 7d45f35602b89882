package yomitori.simulate.survey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import yomitori.form.Form;
import yomitori.simulate.chance.Chance;

/**
 * Writes the regional surveys: their answers or counts, and the descriptions that say which of our
 * questions they asked.
 */
final class RegionalFiles {

  private static final String MARK = "○";
  private static final String SEPARATOR = "／";
  private static final String ZONE = "Asia/Tokyo";
  private static final String TIME = "yyyy-MM-dd HH:mm";
  private static final String NUMBER = "番号";
  private static final String AT = "回答日時";
  private static final String DATE = "開始時期";
  private static final String STILL_THINKING = "検討しているところ";

  /** Share of answers to the second question that are none of those asked. An assumption. */
  private static final double NO_SUCH_ANSWER = 0.01;

  private static final Map<String, String> DATE_WORDS = dateWords();

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern(TIME, Locale.ROOT).withZone(ZoneId.of(ZONE));

  private final List<SurveyQuestion> questions;
  private final Labels labels;
  private final AnswerDraw draw;
  private final TruthTables truth;
  private final Path folder;

  RegionalFiles(
      Path folder, Form form, List<SurveyQuestion> questions, AnswerDraw draw, TruthTables truth) {
    this.folder = folder;
    this.questions = questions;
    this.labels = new Labels(form);
    this.draw = draw;
    this.truth = truth;
  }

  private static Map<String, String> dateWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("operating", "運用中");
    words.put("by_april", "4月までに開始できる");
    words.put("not_by_april", "4月までには開始できない");
    words.put("exempt", "義務化の対象外");
    return words;
  }

  void write(RegionalSurvey survey, Chance chance) throws IOException {
    if (survey.shape() == RegionalSurvey.Shape.COUNTS) {
      writeCounts(survey, chance);
    } else {
      writeAnswers(survey, chance);
    }
  }

  /** Answers of someone who gave at least one: associations publish no empty sheets. */
  private SurveyAnswers answers(RegionalSurvey survey, Chance own) {
    SurveyAnswers answers = any(own);
    while (answers.choice().isEmpty()
        && answers.unclear().isEmpty()
        && answers.marks().stream().noneMatch(survey.asked()::contains)) {
      answers = any(own);
    }
    return answers;
  }

  private SurveyAnswers any(Chance own) {
    SurveyAnswers drawn = draw.draw(own.bits(), own.bits(), false);
    boolean unclear = own.happens(NO_SUCH_ANSWER);
    return new SurveyAnswers(
        drawn.marks(),
        unclear ? List.of() : drawn.chosen(),
        Map.of(),
        unclear ? Set.of(SurveyQuestion.DATE) : Set.of());
  }

  private void writeCounts(RegionalSurvey survey, Chance chance) throws IOException {
    Map<String, Integer> given = new HashMap<>();
    for (int i = 0; i < survey.respondents(); i++) {
      SurveyAnswers answers = answers(survey, chance.stream(i));
      Set<String> said = new HashSet<>(answers.marks());
      said.addAll(answers.chosen());
      said.forEach(answer -> given.merge(answer, 1, Integer::sum));
    }
    List<Map<String, Object>> counts = new ArrayList<>();
    for (SurveyQuestion question : questions) {
      Map<String, Integer> published = new LinkedHashMap<>();
      question.answers().stream()
          .filter(survey.asked()::contains)
          .forEach(answer -> published.put(answer, given.getOrDefault(answer, 0)));
      if (!published.isEmpty()) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("question", question.id());
        entry.put("respondents", survey.respondents());
        entry.put("answers", published);
        counts.add(entry);
        truth.addPublished(survey.id(), question, survey.respondents(), published);
      }
    }
    Map<String, Object> description = description(survey);
    description.put("counts", counts);
    YamlFile.write(folder.resolve(survey.id() + ".yaml"), description);
  }

  private static Map<String, Object> description(RegionalSurvey survey) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("source", "regional");
    description.put("id", survey.id());
    description.put("label", survey.label());
    return description;
  }

  private void writeAnswers(RegionalSurvey survey, Chance chance) throws IOException {
    boolean cells = survey.shape() == RegionalSurvey.Shape.CELLS;
    String name = survey.id() + ".csv";
    Map<String, Object> mapping = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>(List.of(NUMBER, AT));
    for (SurveyQuestion question : questions) {
      List<String> asked = asked(survey, question);
      if (!asked.isEmpty()) {
        columns.addAll(map(question, asked, cells, mapping));
      }
    }
    try (CsvFile csv =
        cells
            ? CsvFile.marked(folder.resolve(name), columns)
            : CsvFile.windows(folder.resolve(name), columns)) {
      for (int i = 0; i < survey.respondents(); i++) {
        Chance own = chance.stream(i);
        SurveyAnswers answers = answers(survey, own);
        csv.add(row(survey, i + 1, answers, own));
        truth.addRegional(survey.id(), answers, survey.asked());
      }
      csv.publish();
    }
    Map<String, Object> description = description(survey);
    description.put("file", name);
    description.put("encoding", cells ? "utf-8" : "windows-31j");
    Map<String, String> at = new LinkedHashMap<>();
    at.put("column", AT);
    at.put("format", TIME);
    at.put("zone", ZONE);
    description.put("receivedAt", at);
    description.put("columns", mapping);
    YamlFile.write(folder.resolve(survey.id() + ".yaml"), description);
  }

  private static List<String> asked(RegionalSurvey survey, SurveyQuestion question) {
    return question.answers().stream().filter(survey.asked()::contains).toList();
  }

  /** Says how a question is read; returns the columns that it has. */
  private List<String> map(
      SurveyQuestion question, List<String> asked, boolean cells, Map<String, Object> mapping) {
    if (!question.single() && !cells) {
      List<String> columns = new ArrayList<>();
      for (String answer : asked) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("column", labels.of(answer));
        own.put("marked", List.of(MARK));
        mapping.put(answer, own);
        columns.add(labels.of(answer));
      }
      return columns;
    }
    Map<String, String> words = new LinkedHashMap<>();
    asked.forEach(answer -> words.put(word(answer), answer));
    String column =
        question.single() ? DATE : question.id().equals(SurveyQuestion.STATE) ? "現在の状況" : "障害";
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("column", column);
    if (!question.single()) {
      own.put("separator", SEPARATOR);
    }
    own.put("answers", words);
    mapping.put(question.id(), own);
    return List.of(column);
  }

  private String word(String answer) {
    return DATE_WORDS.getOrDefault(answer, labels.of(answer));
  }

  private List<String> row(RegionalSurvey survey, int number, SurveyAnswers answers, Chance own) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(number));
    row.add(CLOCK.format(AnswerTimes.any(own)));
    for (SurveyQuestion question : questions) {
      List<String> asked = asked(survey, question);
      if (asked.isEmpty()) {
        continue;
      }
      if (question.single()) {
        boolean unclear = answers.unclear().contains(question.id());
        row.add(unclear ? STILL_THINKING : DATE_WORDS.getOrDefault(answers.choice(), ""));
      } else if (survey.shape() == RegionalSurvey.Shape.CELLS) {
        row.add(
            String.join(
                SEPARATOR, asked.stream().filter(answers::isMarked).map(this::word).toList()));
      } else {
        asked.forEach(answer -> row.add(answers.isMarked(answer) ? MARK : ""));
      }
    }
    return row;
  }
}
