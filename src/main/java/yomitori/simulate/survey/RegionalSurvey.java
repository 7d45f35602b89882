package yomitori.simulate.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A survey of a regional association, which asked some of the questions. All are made up.
 *
 * @param id by which tables and files name it
 * @param label the association
 * @param shape in what form its answers are at hand
 * @param asked the answers that could be given
 * @param respondents how many answered
 */
record RegionalSurvey(String id, String label, Shape shape, Set<String> asked, int respondents) {

  /** In what form answers are at hand. */
  enum Shape {
    /** Each by itself; a column for each answer to the first and the third question. */
    COLUMNS,
    /** Each by itself; one cell for all answers to a question. */
    CELLS,
    /** How many gave each answer, and nothing else. */
    COUNTS
  }

  private static final List<String> PREFECTURES =
      List.of("甲県医師会", "乙県医師会", "丙県医師会", "丁府医師会", "戊府医師会");

  private static final List<String> DISTRICTS =
      List.of(
          "あおば市医師会",
          "みどり市医師会",
          "さくら郡医師会",
          "みなと区医師会",
          "若葉市医師会",
          "緑ヶ丘市医師会",
          "ひまわり郡医師会",
          "東浜市医師会",
          "西浜市医師会",
          "南山郡医師会",
          "北山市医師会");

  /** A prefecture's association has about so many times the members of a district's. */
  private static final int PREFECTURE_WEIGHT = 4;

  RegionalSurvey {
    asked = Set.copyOf(asked);
  }

  /** Five of prefectures and eleven of districts, which have so many answers together. */
  static List<RegionalSurvey> all(List<SurveyQuestion> questions, int respondents) {
    int weights = PREFECTURE_WEIGHT * PREFECTURES.size() + DISTRICTS.size();
    List<RegionalSurvey> surveys = new ArrayList<>();
    int left = respondents;
    for (int i = 0; i < PREFECTURES.size(); i++) {
      int own = respondents * PREFECTURE_WEIGHT / weights + i;
      String id = "prefecture-" + (i + 1);
      surveys.add(new RegionalSurvey(id, PREFECTURES.get(i), shape(i), asked(questions, i), own));
      left -= own;
    }
    for (int i = 0; i < DISTRICTS.size(); i++) {
      int own = left / (DISTRICTS.size() - i);
      String id = String.format(Locale.ROOT, "district-%02d", i + 1);
      surveys.add(new RegionalSurvey(id, DISTRICTS.get(i), shape(i), asked(questions, i), own));
      left -= own;
    }
    return surveys;
  }

  private static Shape shape(int i) {
    return i % 4 == 0 ? Shape.COLUMNS : i % 4 == 2 ? Shape.CELLS : Shape.COUNTS;
  }

  /**
   * All asked when; the other two questions are asked by some. A column, or a published count, that
   * is not there was not asked; of a cell for all answers it is not known, so all were.
   */
  private static Set<String> asked(List<SurveyQuestion> questions, int i) {
    boolean whole = shape(i) == Shape.CELLS;
    List<String> asked = new ArrayList<>();
    for (SurveyQuestion question : questions) {
      boolean left = question.id().equals(SurveyQuestion.STATE) ? i % 3 == 2 : i % 5 == 4;
      if (question.single()) {
        asked.addAll(question.answers());
      } else if (!left) {
        int fewer = whole ? 0 : i % 5;
        asked.addAll(question.answers().subList(0, question.answers().size() - fewer));
      }
    }
    return Set.copyOf(asked);
  }
}
