package yomitori.simulate.survey;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import yomitori.form.Form;
import yomitori.simulate.chance.Chance;

/**
 * Answers by web as a form service exports them: one cell for all answers to a question, what was
 * typed under "other" among them, some answers in other words than on paper, and columns that
 * nobody asked for.
 */
final class WebFile implements Closeable {

  static final String CSV = "web.csv";
  static final String YAML = "web.yaml";

  private static final String SEPARATOR = ", ";
  private static final String ZONE = "Asia/Tokyo";
  private static final String TIME = "yyyy/MM/dd H:mm:ss";
  private static final String UNCLEAR = "いろいろあって書ききれない";

  private static final double WITH_UNIT = 0.05;

  private static final String ID = "回答ID";
  private static final String AT = "タイムスタンプ";
  private static final String STATE = "対応状況（あてはまるものすべて）";
  private static final String DATE = "運用開始の時期";
  private static final String OBSTACLES = "障害となっていること（複数回答可）";

  /** Columns whose cells are values of fields, and these. */
  private static final Map<String, String> FIELDS = fields();

  /** Answers that the web form words in its own way. */
  private static final Map<String, String> OWN_WORDS = ownWords();

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern(TIME, Locale.ROOT).withZone(ZoneId.of(ZONE));

  private final List<SurveyQuestion> questions;
  private final Labels labels;
  private final Chance chance;
  private final CsvFile file;

  WebFile(Path folder, Form form, List<SurveyQuestion> questions, Chance chance)
      throws IOException {
    this.questions = questions;
    this.labels = new Labels(form);
    this.chance = chance;
    List<String> columns = new ArrayList<>(List.of(ID, AT, "メールアドレス"));
    columns.addAll(FIELDS.keySet());
    columns.addAll(List.of(STATE, DATE, OBSTACLES, "アンケートを何で知りましたか"));
    this.file = CsvFile.marked(folder.resolve(CSV), columns);
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("所属都道府県", Fields.PREFECTURE);
    fields.put("医療機関名", Fields.NAME);
    fields.put("保険医療機関コード", Fields.CODE);
    fields.put("ご回答者", AnswerDraw.RESPONDENT);
    fields.put("初期費用（万円）", AnswerDraw.INITIAL_COST);
    fields.put("月額費用（万円）", AnswerDraw.MONTHLY_COST);
    fields.put("障害についてのご意見", AnswerDraw.OBSTACLE_OTHER);
    return fields;
  }

  private static Map<String, String> ownWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(Progress.NONE, "まだ何もしていない");
    words.put(Progress.OPERATING, "すでに運用を開始している");
    words.put("by_april", "2023年4月に間に合う見込み");
    words.put("q3.how_to_apply", "申込方法がわからない");
    words.put("q3.no_fiber", "光回線を引けない地域・建物である");
    return words;
  }

  private String word(String answer) {
    return OWN_WORDS.getOrDefault(answer, labels.of(answer));
  }

  void write(int number, Filed filed, SurveyAnswers answers) throws IOException {
    Chance own = chance.stream(number);
    Sender sender = filed.reply().sender();
    List<String> row = new ArrayList<>();
    row.add(filed.reference());
    row.add(CLOCK.format(filed.reply().at()));
    row.add("");
    for (String field : FIELDS.values()) {
      row.add(cell(field, sender, answers, own));
    }
    for (SurveyQuestion question : questions) {
      row.add(answered(question, answers));
    }
    row.add(own.pick(List.of("", "会報", "メール", "知人")));
    file.add(row);
  }

  private static String cell(String field, Sender sender, SurveyAnswers answers, Chance own) {
    return switch (field) {
      case Fields.PREFECTURE -> sender.prefecture();
      case Fields.NAME -> sender.name();
      case Fields.CODE -> sender.code();
      case AnswerDraw.INITIAL_COST, AnswerDraw.MONTHLY_COST -> amount(answers.text(field), own);
      default -> answers.text(field);
    };
  }

  private static String amount(String value, Chance own) {
    boolean unit = own.happens(WITH_UNIT);
    return value.isEmpty() ? "" : Writing.digits(value, Source.WEB, own) + (unit ? "万円" : "");
  }

  /** What is typed under "other" stands last in the cell; obstacles have a question for it. */
  private String answered(SurveyQuestion question, SurveyAnswers answers) {
    if (answers.unclear().contains(question.id())) {
      return UNCLEAR;
    }
    List<String> said = new ArrayList<>();
    for (String answer : question.answers()) {
      boolean given =
          question.single() ? answers.choice().equals(answer) : answers.isMarked(answer);
      if (given) {
        said.add(word(answer));
      }
    }
    String other = answers.text(question.other());
    if (!other.isEmpty() && !question.id().equals(SurveyQuestion.OBSTACLES)) {
      said.add(other);
    }
    return String.join(SEPARATOR, said);
  }

  /** Gives the table its name and writes its description. */
  void publish(Path folder) throws IOException {
    file.publish();
    YamlFile.write(folder.resolve(YAML), description());
  }

  private Map<String, Object> description() {
    Map<String, Object> columns = new LinkedHashMap<>();
    FIELDS.forEach((column, field) -> columns.put(field, Map.of("column", column)));
    for (SurveyQuestion question : questions) {
      Map<String, Object> mapping = new LinkedHashMap<>();
      mapping.put("column", column(question));
      if (!question.single()) {
        mapping.put("separator", SEPARATOR);
      }
      if (!question.id().equals(SurveyQuestion.OBSTACLES)) {
        mapping.put("other", question.other());
      }
      Map<String, String> answers = new LinkedHashMap<>();
      question.answers().stream()
          .filter(OWN_WORDS::containsKey)
          .forEach(answer -> answers.put(OWN_WORDS.get(answer), answer));
      mapping.put("answers", answers);
      columns.put(question.id(), mapping);
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("source", "web");
    content.put("id", "web");
    content.put("label", "Web回答");
    content.put("file", CSV);
    Map<String, String> at = new LinkedHashMap<>();
    at.put("column", AT);
    at.put("format", TIME);
    at.put("zone", ZONE);
    content.put("receivedAt", at);
    content.put("reference", ID);
    content.put("columns", columns);
    return content;
  }

  private static String column(SurveyQuestion question) {
    return switch (question.id()) {
      case SurveyQuestion.STATE -> STATE;
      case SurveyQuestion.DATE -> DATE;
      default -> OBSTACLES;
    };
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
