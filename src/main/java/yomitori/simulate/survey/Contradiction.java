package yomitori.simulate.survey;

import java.util.List;

/** Ways in which an answer can contradict itself. */
enum Contradiction {
  OPERATING_NOT_Q2("operating-not-q2"),
  Q2_NOT_OPERATING("q2-not-operating"),
  NONE_AND_MORE("none-and-more"),
  PAPER_NOT_EXEMPT("paper-not-exempt");

  private static final List<String> MORE =
      List.of(
          Progress.QUOTED,
          Progress.ORDERED,
          Progress.CONTRACTED,
          Progress.INSTALLED,
          Progress.OPERATING);

  private final String id;

  Contradiction(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  boolean isIn(SurveyAnswers answers) {
    String date = answers.choice();
    return switch (this) {
      case OPERATING_NOT_Q2 ->
          answers.isMarked(Progress.OPERATING)
              && List.of("by_april", "not_by_april", "exempt").contains(date);
      case Q2_NOT_OPERATING -> date.equals("operating") && !answers.isMarked(Progress.OPERATING);
      case NONE_AND_MORE ->
          answers.isMarked(Progress.NONE) && MORE.stream().anyMatch(answers::isMarked);
      case PAPER_NOT_EXEMPT ->
          answers.isMarked(Progress.PAPER)
              && List.of("operating", "by_april", "not_by_april").contains(date);
    };
  }
}
