package yomitori.simulate.survey;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one answer says.
 *
 * @param marks ids of the checkboxes that are marked
 * @param chosen the options of the second question that are marked; several are no valid answer
 * @param written texts and amounts by field id; a field without entry is empty
 * @param unclear ids of questions that were answered by words that are none of the answers
 */
record SurveyAnswers(
    Set<String> marks, List<String> chosen, Map<String, String> written, Set<String> unclear) {

  SurveyAnswers {
    marks = Set.copyOf(marks);
    chosen = List.copyOf(chosen);
    written = Map.copyOf(written);
    unclear = Set.copyOf(unclear);
  }

  String text(String field) {
    return written.getOrDefault(field, "");
  }

  /** The one option of the second question; empty where there is none or several are marked. */
  String choice() {
    return chosen.size() == 1 ? chosen.get(0) : "";
  }

  boolean isMarked(String box) {
    return marks.contains(box);
  }
}
