package yomitori.simulate.survey;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures about a survey, counted while it is drawn. */
final class SurveyTotals {

  private final Map<Contradiction, Integer> contradictions = new EnumMap<>(Contradiction.class);
  private final Amounts initial = new Amounts();
  private final Amounts monthly = new Amounts();
  private int hospitals;
  private int clinics;
  private int waiting;

  SurveyTotals() {
    for (Contradiction contradiction : Contradiction.values()) {
      contradictions.put(contradiction, 0);
    }
  }

  /** Counts an answer that counts. */
  void add(Reply reply, SurveyAnswers answers) {
    if (reply.sender().isHospital()) {
      hospitals++;
    } else {
      clinics++;
    }
    if (Opinions.WAITING.contains(answers.text(AnswerDraw.STATE_OTHER))) {
      waiting++;
    }
    for (Contradiction contradiction : Contradiction.values()) {
      if (contradiction.isIn(answers)) {
        contradictions.merge(contradiction, 1, Integer::sum);
      }
    }
    initial.add(answers.text(AnswerDraw.INITIAL_COST));
    monthly.add(answers.text(AnswerDraw.MONTHLY_COST));
  }

  /** As {@code truth.json} holds them. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("hospital", hospitals);
    figures.put("clinic", clinics);
    figures.put("waiting_for_line_or_vendor", waiting);
    Map<String, Object> found = new LinkedHashMap<>();
    contradictions.forEach((contradiction, count) -> found.put(contradiction.id(), count));
    figures.put("contradictions", found);
    Map<String, Object> amounts = new LinkedHashMap<>();
    amounts.put(AnswerDraw.INITIAL_COST, initial.figures());
    amounts.put(AnswerDraw.MONTHLY_COST, monthly.figures());
    figures.put("amounts", amounts);
    return figures;
  }
}
