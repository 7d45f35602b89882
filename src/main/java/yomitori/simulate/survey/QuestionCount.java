package yomitori.simulate.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How one group answered one question. */
final class QuestionCount {

  private final SurveyQuestion question;
  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private int respondents;
  private int answered;
  private int unanswered;
  private int invalid;

  QuestionCount(SurveyQuestion question) {
    this.question = question;
  }

  /**
   * Adds one answer.
   *
   * @param answersAsked those of the question's answers that could be given
   */
  void add(SurveyAnswers answers, Set<String> answersAsked) {
    respondents++;
    answersAsked.forEach(answer -> asked.merge(answer, 1, Integer::sum));
    boolean unclear =
        answers.unclear().contains(question.id())
            || (question.single() && answers.chosen().size() > 1);
    List<String> said = unclear ? List.of() : said(answers, answersAsked);
    said.forEach(answer -> given.merge(answer, 1, Integer::sum));
    if (unclear) {
      invalid++;
    } else if (said.isEmpty()) {
      unanswered++;
    } else {
      answered++;
    }
  }

  private List<String> said(SurveyAnswers answers, Set<String> answersAsked) {
    boolean other =
        answersAsked.contains(question.other()) && !answers.text(question.other()).isEmpty();
    if (question.single() && !answers.choice().isEmpty()) {
      return List.of(answers.choice());
    }
    return Stream.concat(
            question.answers().stream().filter(answersAsked::contains).filter(answers::isMarked),
            other ? Stream.of(question.other()) : Stream.of())
        .toList();
  }

  /**
   * Adds what was published of a survey. Who left the question out is not known: all are taken to
   * have answered.
   */
  void add(int people, Map<String, Integer> published) {
    respondents += people;
    answered += people;
    published.forEach(
        (answer, count) -> {
          given.merge(answer, count, Integer::sum);
          asked.merge(answer, people, Integer::sum);
        });
  }

  /** A line of the table; empty where nobody was asked. */
  Optional<Line> line(String answer) {
    return asked.containsKey(answer)
        ? Optional.of(
            new Line(
                given.getOrDefault(answer, 0), question.single() ? answered : asked.get(answer)))
        : Optional.empty();
  }

  /** How many answered, or did not. */
  Map<String, Integer> sums() {
    return Map.of(
        "*respondents", respondents,
        "*answered", answered,
        "*unanswered", unanswered,
        "*invalid", invalid,
        "*in_doubt", 0);
  }

  /**
   * A count and of how many it is.
   *
   * @param count how many
   * @param base of how many
   */
  record Line(int count, int base) {}
}
