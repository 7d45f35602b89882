package yomitori.simulate.survey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;
import yomitori.simulate.survey.QuestionCount.Line;

/** Counts while answers are drawn what a tally has to find. */
final class TruthTables {

  private static final List<String> SUMS =
      List.of("*respondents", "*answered", "*unanswered", "*invalid", "*in_doubt");

  private final List<SurveyQuestion> questions;
  private final Map<Group, Map<String, QuestionCount>> counts = new HashMap<>();
  private final List<Group> regional = new ArrayList<>();

  TruthTables(List<SurveyQuestion> questions) {
    this.questions = List.copyOf(questions);
  }

  /** Counts an answer to the survey itself. */
  void add(Reply reply, SurveyAnswers answers) {
    List<Group> groups =
        List.of(
            Group.ALL,
            Group.ofClass(reply.sender().isHospital()),
            Group.ofSource(reply.source()),
            Group.ofPrefecture(reply.sender().prefecture()));
    for (SurveyQuestion question : questions) {
      Set<String> all = new HashSet<>(question.answers());
      all.add(question.other());
      groups.forEach(group -> count(group, question).add(answers, all));
    }
  }

  /**
   * Counts an answer to a regional survey.
   *
   * @param asked the answers of all questions that could be given there
   */
  void addRegional(String survey, SurveyAnswers answers, Set<String> asked) {
    for (SurveyQuestion question : questions) {
      Set<String> own = new HashSet<>(question.answers());
      own.add(question.other());
      own.retainAll(asked);
      if (!own.isEmpty()) {
        regionalGroups(survey).forEach(group -> count(group, question).add(answers, own));
      }
    }
  }

  /** Counts what a regional survey published of a question. */
  void addPublished(
      String survey, SurveyQuestion question, int people, Map<String, Integer> published) {
    regionalGroups(survey).forEach(group -> count(group, question).add(people, published));
  }

  private List<Group> regionalGroups(String survey) {
    Group own = Group.ofRegional(survey);
    if (!regional.contains(own)) {
      regional.add(own);
    }
    return List.of(Group.ALL_REGIONAL, own);
  }

  private QuestionCount count(Group group, SurveyQuestion question) {
    return counts
        .computeIfAbsent(group, g -> new HashMap<>())
        .computeIfAbsent(question.id(), id -> new QuestionCount(question));
  }

  /** Writes {@code question, answer, group, group_id, count, base}. */
  void write(Path file) throws IOException {
    List<String> columns = List.of("question", "answer", "group", "group_id", "count", "base");
    try (CsvFile csv = CsvFile.plain(file, columns)) {
      for (SurveyQuestion question : questions) {
        for (Group group : groups()) {
          QuestionCount count = counts.getOrDefault(group, Map.of()).get(question.id());
          if (count != null) {
            write(csv, question, group, count);
          }
        }
      }
      csv.publish();
    }
  }

  private static void write(CsvFile csv, SurveyQuestion question, Group group, QuestionCount count)
      throws IOException {
    Map<String, Integer> sums = count.sums();
    for (String sum : SUMS) {
      write(csv, question, sum, group, new Line(sums.get(sum), sums.get("*respondents")));
    }
    List<String> answers = new ArrayList<>(question.answers());
    answers.add(question.other());
    for (String answer : answers) {
      if (count.line(answer).isPresent()) {
        write(csv, question, answer, group, count.line(answer).get());
      }
    }
  }

  private static void write(
      CsvFile csv, SurveyQuestion question, String answer, Group group, Line line)
      throws IOException {
    csv.add(
        List.of(
            question.id(),
            answer,
            group.kind(),
            group.id(),
            Integer.toString(line.count()),
            Integer.toString(line.base())));
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    groups.add(Group.ALL);
    groups.add(Group.ofClass(true));
    groups.add(Group.ofClass(false));
    groups.add(Group.ofSource(Source.FAX));
    groups.add(Group.ofSource(Source.WEB));
    for (int code = 1; code <= MasterEntry.PREFECTURES; code++) {
      groups.add(Group.ofPrefecture(Prefecture.name(code)));
    }
    groups.add(Group.ofPrefecture(""));
    groups.add(Group.ALL_REGIONAL);
    groups.addAll(regional);
    return groups;
  }
}
