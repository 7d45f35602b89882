package yomitori.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.count.OpinionTable.ThemeCount;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.Themes;

/** Free texts, and how many there are of each theme. */
public final class Opinions {

  private static final int EXAMPLES = 3;

  private Opinions() {}

  /**
   * Every free text that is not in doubt, of the questions' other fields, by question, in the order
   * of the answers.
   */
  public static List<Opinion> of(List<Answer> answers, List<Question> questions, Themes themes) {
    List<Opinion> opinions = new ArrayList<>();
    for (Question question : questions) {
      for (Answer answer : answers) {
        Given given = answer.given(question.other());
        if (!given.isEmpty() && !given.isInDoubt()) {
          String text = given.value();
          opinions.add(new Opinion(answer, question.other(), text, themes.of(text)));
        }
      }
    }
    return opinions;
  }

  /** The texts of each question by theme; questions to which nobody wrote anything are missing. */
  public static List<OpinionTable> tables(
      List<Opinion> opinions, List<Question> questions, Themes themes) {
    List<OpinionTable> tables = new ArrayList<>();
    for (Question question : questions) {
      List<Opinion> own =
          opinions.stream().filter(o -> o.field().equals(question.other())).toList();
      if (!own.isEmpty()) {
        tables.add(table(question, own, themes));
      }
    }
    return tables;
  }

  private static OpinionTable table(Question question, List<Opinion> own, Themes themes) {
    List<ThemeCount> counts = new ArrayList<>();
    for (String theme : themes.names()) {
      List<Opinion> of = own.stream().filter(o -> o.themes().contains(theme)).toList();
      if (!of.isEmpty()) {
        counts.add(new ThemeCount(theme, of.size(), examples(of)));
      }
    }
    return new OpinionTable(
        question.other(),
        question.label(),
        own.size(),
        counts,
        own.stream().filter(o -> o.themes().isEmpty()).count());
  }

  private static List<String> examples(List<Opinion> opinions) {
    Map<String, Integer> often = new LinkedHashMap<>();
    opinions.forEach(opinion -> often.merge(opinion.text(), 1, Integer::sum));
    return often.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(EXAMPLES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
