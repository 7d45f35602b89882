package yomitori.tally.report.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.tally.Tally;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.count.Range;
import yomitori.tally.plan.Question;
import yomitori.tally.report.words.Words;

/** Every count as one table: a row for each question, group and answer. */
final class LongTable {

  private static final List<String> COLUMNS =
      List.of(
          "question",
          "question_label",
          "answer",
          "answer_label",
          "group",
          "group_id",
          "group_label",
          "count",
          "base",
          "share",
          "low",
          "high");

  private final Words words;

  private LongTable(Words words) {
    this.words = words;
  }

  /** The rows, the head first. */
  static Stream<List<?>> rows(Tally tally, Words words) {
    LongTable table = new LongTable(words);
    return Stream.concat(Stream.of(COLUMNS), tally.questions().stream().flatMap(table::rows));
  }

  private Stream<List<?>> rows(QuestionTable table) {
    return table.groups().stream().flatMap(group -> rows(table.question(), group));
  }

  private Stream<List<?>> rows(Question question, GroupCount group) {
    List<List<?>> rows = new ArrayList<>();
    rows.add(whole(question, group, "respondents", group.respondents()));
    rows.add(whole(question, group, "answered", group.answered()));
    rows.add(whole(question, group, "unanswered", group.unanswered()));
    rows.add(whole(question, group, "invalid", group.invalid()));
    rows.add(whole(question, group, "in_doubt", group.inDoubt()));
    for (AnswerCount answer : group.answers()) {
      rows.add(row(question, group, answer, words.answer(question, answer)));
    }
    return rows.stream();
  }

  private List<?> whole(Question question, GroupCount group, String id, long count) {
    String label = words.text("whole." + id);
    AnswerCount answer =
        new AnswerCount("*" + id, label, count, group.respondents(), Optional.empty());
    return row(question, group, answer, label);
  }

  private static List<?> row(
      Question question, GroupCount group, AnswerCount answer, String label) {
    return List.of(
        question.id(),
        question.label(),
        answer.id(),
        label,
        group.group().kind().name().toLowerCase(Locale.ROOT),
        group.group().id(),
        group.group().label(),
        answer.count(),
        answer.base(),
        String.format(Locale.ROOT, "%.4f", answer.share()),
        answer.range().map(Range::low).map(String::valueOf).orElse(""),
        answer.range().map(Range::high).map(String::valueOf).orElse(""));
  }
}
