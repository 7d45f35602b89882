package yomitori.simulate.survey;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.respondent.Phrases;

/** Draws what an answer says; the same for the same reply. All shares are assumptions. */
final class AnswerDraw {

  static final String INITIAL_COST = "q3.initial_cost";
  static final String MONTHLY_COST = "q3.monthly_cost";
  static final String RESPONDENT = "respondent_name";
  static final String STATE_OTHER = "q1.other";
  static final String DATE_OTHER = "q2.other";
  static final String OBSTACLE_OTHER = "q3.other";

  private static final double NAMED = 0.93;
  private static final double OTHER_STATE = 0.07;
  private static final double OTHER_DATE = 0.03;
  private static final double OTHER_OBSTACLE = 0.12;

  /** Of all answers: 290 of 18,914 in the survey of 2022. */
  private static final double WAITING = 0.01535;

  private static final double UNCLEAR = 0.003;

  private static final double INITIAL_GIVEN = 0.22;
  private static final double INITIAL_TYPICAL = 45;
  private static final double MONTHLY_GIVEN = 0.16;
  private static final double MONTHLY_TYPICAL = 2;

  /** Standard deviation of the natural logarithm of amounts. */
  private static final double AMOUNT_SPREAD = 0.6;

  private static final double QUARTERS_BELOW = 5;
  private static final double QUARTERS = 0.3;

  /** How often each obstacle is met by those that are not in time, in the form's order. */
  private static final double[] OBSTACLES = {
    0.05, 0.12, 0.06, 0.17, 0.06, 0.3, 0.48, 0.11, 0.16, 0.11, 0.18, 0.28
  };

  /** By how much less others meet them. */
  private static final Map<String, Double> FACTOR =
      Map.of("operating", 0.55, "by_april", 0.7, "not_by_april", 1.0, "exempt", 0.25);

  private final List<String> obstacles;
  private final Chance chance;

  /**
   * @param questions of the survey
   */
  AnswerDraw(List<SurveyQuestion> questions, Chance chance) {
    this.obstacles =
        questions.stream()
            .filter(question -> question.id().equals(SurveyQuestion.OBSTACLES))
            .findFirst()
            .orElseThrow()
            .answers();
    this.chance = chance;
  }

  /** What a reply says. */
  SurveyAnswers of(Reply reply) {
    boolean paper = reply.source() == Source.FAX;
    return draw(reply.progress(), reply.rest(), paper);
  }

  /**
   * What follows from two numbers.
   *
   * @param paper whether it is on paper, where nothing keeps people from marking what they like
   */
  SurveyAnswers draw(long progressNumber, long restNumber, boolean paper) {
    Chance own = chance.stream(progressNumber);
    Progress progress = Progress.draw(own, paper);
    Map<String, String> written = new HashMap<>();
    Set<String> marks = new LinkedHashSet<>(progress.marks());
    if (own.happens(WAITING)) {
      written.put(STATE_OTHER, own.pick(Opinions.WAITING));
    } else if (own.happens(OTHER_STATE)) {
      written.put(STATE_OTHER, own.pick(Opinions.STATE));
    }
    boolean mayAdd = paper || progress.chosen().isEmpty();
    boolean instead = progress.chosen().isEmpty() && own.happens(0.5);
    if (mayAdd && (own.happens(OTHER_DATE) || instead)) {
      written.put(DATE_OTHER, own.pick(Opinions.DATE));
    }
    Set<String> unclear = addObstacles(progress, paper, marks, written, chance.stream(restNumber));
    return new SurveyAnswers(marks, progress.chosen(), written, unclear);
  }

  private Set<String> addObstacles(
      Progress progress,
      boolean paper,
      Set<String> marks,
      Map<String, String> written,
      Chance own) {
    if (own.happens(NAMED)) {
      written.put(RESPONDENT, Phrases.person(own));
    }
    amount(INITIAL_COST, INITIAL_GIVEN, INITIAL_TYPICAL, own, written);
    amount(MONTHLY_COST, MONTHLY_GIVEN, MONTHLY_TYPICAL, own, written);
    if (own.happens(OTHER_OBSTACLE)) {
      written.put(OBSTACLE_OTHER, own.pick(Opinions.OBSTACLES));
    }
    if (own.happens(UNCLEAR) && !paper) {
      written.remove(OBSTACLE_OTHER);
      return Set.of(SurveyQuestion.OBSTACLES);
    }
    double factor =
        progress.chosen().size() == 1
            ? FACTOR.get(progress.chosen().get(0))
            : FACTOR.get("by_april");
    for (int i = 0; i < obstacles.size(); i++) {
      if (own.happens(factor * OBSTACLES[i])) {
        marks.add(obstacles.get(i));
      }
    }
    return Set.of();
  }

  private static void amount(
      String field, double given, double typical, Chance own, Map<String, String> written) {
    if (!own.happens(given)) {
      return;
    }
    double amount = typical * StrictMath.exp(AMOUNT_SPREAD * own.gauss());
    String value =
        amount < QUARTERS_BELOW && own.happens(QUARTERS)
            ? BigDecimal.valueOf(Math.max(1, Math.round(4 * amount)))
                .divide(BigDecimal.valueOf(4))
                .stripTrailingZeros()
                .toPlainString()
            : Long.toString(Math.max(1, Math.round(amount)));
    written.put(field, value);
  }
}
