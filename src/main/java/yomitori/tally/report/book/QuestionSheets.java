package yomitori.tally.report.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.Group.Kind;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.plan.Question;
import yomitori.tally.report.words.Words;

/** A question's sheets: all, classes and sources; regional surveys; prefectures. */
final class QuestionSheets {

  private final Words words;
  private final Function<String, Sheet> sheets;

  /**
   * @param sheets begins a sheet of a name
   */
  QuestionSheets(Words words, Function<String, Sheet> sheets) {
    this.words = words;
    this.sheets = sheets;
  }

  void write(QuestionTable table) {
    String id = table.question().id();
    groups(table, words.text("sheet.question", id), Kind.ALL, Kind.CLASS, Kind.SOURCE);
    if (table.of(Kind.REGIONAL).findAny().isPresent()) {
      groups(table, words.text("sheet.regional", id), Kind.ALL, Kind.ALL_REGIONAL, Kind.REGIONAL);
    }
    prefectures(table, sheets.apply(words.text("sheet.prefectures", id)));
  }

  /** Answers below each other, groups beside each other. */
  private void groups(QuestionTable table, String name, Kind... kinds) {
    List<GroupCount> groups = Stream.of(kinds).flatMap(table::of).toList();
    Sheet sheet = sheets.apply(name);
    List<String> head = new ArrayList<>(List.of(table.question().label()));
    for (GroupCount group : groups) {
      String label = group.group().label();
      head.add(label + " " + words.text("column.count"));
      head.add(label + " " + words.text("column.base"));
      head.add(label + " " + words.text("column.share"));
    }
    head.add(words.text("column.low"));
    head.add(words.text("column.high"));
    sheet.head(head);
    answers(table).forEach((id, label) -> answer(sheet, id, label, groups));
    whole(sheet, groups, "respondents", GroupCount::respondents);
    whole(sheet, groups, "answered", GroupCount::answered);
    whole(sheet, groups, "unanswered", GroupCount::unanswered);
    whole(sheet, groups, "invalid", GroupCount::invalid);
    whole(sheet, groups, "in_doubt", GroupCount::inDoubt);
    sheet.finish();
  }

  private Map<String, String> answers(QuestionTable table) {
    Map<String, String> answers = new LinkedHashMap<>();
    table.all().answers().forEach(a -> answers.put(a.id(), words.answer(table.question(), a)));
    return answers;
  }

  private static Optional<AnswerCount> of(GroupCount group, String id) {
    return group.answers().stream().filter(a -> a.id().equals(id)).findFirst();
  }

  private static void answer(Sheet sheet, String id, String label, List<GroupCount> groups) {
    sheet.row().text(label);
    for (GroupCount group : groups) {
      Optional<AnswerCount> found = of(group, id);
      if (found.isPresent()) {
        int column = sheet.column();
        sheet.count(found.get().count()).count(found.get().base());
        sheet.share(column, column + 1, found.get().share());
      } else {
        sheet.skip().skip().skip();
      }
    }
    of(groups.get(0), id)
        .flatMap(AnswerCount::range)
        .ifPresent(range -> sheet.count(range.low()).count(range.high()));
  }

  private void whole(
      Sheet sheet, List<GroupCount> groups, String id, Function<GroupCount, Long> count) {
    sheet.row().text(words.text("whole." + id));
    for (GroupCount group : groups) {
      sheet.count(count.apply(group)).skip().skip();
    }
  }

  /** Prefectures below each other, their sum last; answers beside each other. */
  private void prefectures(QuestionTable table, Sheet sheet) {
    Question question = table.question();
    List<String> head = new ArrayList<>(List.of(words.text("column.prefecture")));
    head.add(words.text("whole.respondents"));
    head.add(words.text("whole.answered"));
    Map<String, String> answers = answers(table);
    for (String label : answers.values()) {
      head.add(label);
      head.add(words.text("column.share"));
    }
    sheet.head(head);
    List<GroupCount> prefectures = table.of(Kind.PREFECTURE).toList();
    for (GroupCount group : prefectures) {
      boolean nowhere = group.group().id().isEmpty();
      sheet.row().text(nowhere ? words.text("noPrefecture") : group.group().label());
      sheet.count(group.respondents()).count(group.answered());
      for (String id : answers.keySet()) {
        AnswerCount answer = of(group, id).orElseThrow();
        sheet.count(answer.count());
        sheet.share(sheet.column() - 1, question.isSingle() ? 2 : 1, answer.share());
      }
    }
    sum(question, sheet, prefectures, answers.keySet());
    sheet.finish();
  }

  private void sum(
      Question question, Sheet sheet, List<GroupCount> groups, Iterable<String> answers) {
    int last = sheet.rows();
    sheet.row().text(words.text("total"));
    long respondents = groups.stream().mapToLong(GroupCount::respondents).sum();
    long answered = groups.stream().mapToLong(GroupCount::answered).sum();
    sum(sheet, last, respondents);
    sum(sheet, last, answered);
    for (String id : answers) {
      long count = groups.stream().mapToLong(g -> of(g, id).orElseThrow().count()).sum();
      long base = question.isSingle() ? answered : respondents;
      sum(sheet, last, count);
      sheet.share(
          sheet.column() - 1, question.isSingle() ? 2 : 1, base == 0 ? 0 : (double) count / base);
    }
  }

  private static void sum(Sheet sheet, int last, long value) {
    String column = CellReference.convertNumToColString(sheet.column());
    sheet.countFormula("SUM(" + column + "2:" + column + last + ")", value);
  }
}
