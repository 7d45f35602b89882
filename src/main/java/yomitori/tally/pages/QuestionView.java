package yomitori.tally.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.Group;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.report.words.Words;

/**
 * A question's counts as a table.
 *
 * @param id of the question
 * @param label of the question
 * @param groups heads of the columns
 * @param rows answers, then how it was answered as a whole
 */
public record QuestionView(String id, String label, List<String> groups, List<Row> rows) {

  private static final double NO_SHARE = -1;

  private static final List<Group.Kind> SHOWN =
      List.of(Group.Kind.ALL, Group.Kind.CLASS, Group.Kind.SOURCE, Group.Kind.ALL_REGIONAL);

  /** Keeps the lists. */
  public QuestionView {
    groups = List.copyOf(groups);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param whole whether it is no answer but how the question was answered
   */
  public record Row(String label, boolean whole, List<Cell> cells) {

    /** Keeps the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A count.
   *
   * @param share per cent; empty where it has none
   * @param part the share, 0 to 1; negative where it has none
   * @param range between which numbers the true count lies; empty where nothing tells
   */
  public record Cell(String count, String share, double part, String range) {}

  static QuestionView of(QuestionTable table, Words words) {
    List<GroupCount> shown =
        SHOWN.stream().flatMap(kind -> table.of(kind).filter(g -> g.respondents() > 0)).toList();
    List<Row> rows = new ArrayList<>();
    for (AnswerCount answer : table.all().answers()) {
      List<Cell> cells = shown.stream().map(group -> cell(group, answer.id(), words)).toList();
      rows.add(new Row(words.answer(table.question(), answer), false, cells));
    }
    rows.add(whole(shown, "answered", GroupCount::answered, words));
    rows.add(whole(shown, "unanswered", GroupCount::unanswered, words));
    rows.add(whole(shown, "invalid", GroupCount::invalid, words));
    rows.add(whole(shown, "in_doubt", GroupCount::inDoubt, words));
    rows.add(whole(shown, "respondents", GroupCount::respondents, words));
    return new QuestionView(
        table.question().id(),
        table.question().label(),
        shown.stream().map(group -> group.group().label()).toList(),
        rows);
  }

  private static Cell cell(GroupCount group, String answer, Words words) {
    Optional<AnswerCount> count =
        group.answers().stream().filter(a -> a.id().equals(answer)).findFirst();
    return count
        .map(
            c ->
                new Cell(
                    words.number(c.count()),
                    c.base() == 0 ? "" : words.percent(c.share()),
                    c.base() == 0 ? NO_SHARE : c.share(),
                    c.range()
                        .filter(r -> group.group().kind() == Group.Kind.ALL)
                        .map(r -> words.number(r.low()) + "–" + words.number(r.high()))
                        .orElse("")))
        .orElse(new Cell("—", "", NO_SHARE, ""));
  }

  private static Row whole(
      List<GroupCount> shown, String key, ToLongFunction<GroupCount> number, Words words) {
    return new Row(
        words.text("whole." + key),
        true,
        shown.stream()
            .map(group -> new Cell(words.number(number.applyAsLong(group)), "", NO_SHARE, ""))
            .toList());
  }
}
