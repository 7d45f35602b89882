package yomitori.tally.plan;

import java.util.List;
import yomitori.form.Form;
import yomitori.tally.answer.Answer;

/**
 * What is counted of a form's answers, and by which rules.
 *
 * @param form the form
 * @param title of the report
 * @param institution the fields that tell the institution
 * @param classes of institutions, the one of all others last; at least one
 * @param keep which of several answers of one institution counts
 * @param questions in the form's order
 * @param amounts in the form's order
 * @param contradictions to be looked for
 * @param themes for free texts
 */
public record TallyPlan(
    Form form,
    String title,
    InstitutionFields institution,
    List<InstitutionClass> classes,
    Keep keep,
    List<Question> questions,
    List<Amount> amounts,
    List<Contradiction> contradictions,
    Themes themes) {

  /** Keeps the lists. */
  public TallyPlan {
    classes = List.copyOf(classes);
    questions = List.copyOf(questions);
    amounts = List.copyOf(amounts);
    contradictions = List.copyOf(contradictions);
  }

  /** The class of an institution by its name. */
  public InstitutionClass classOf(String name) {
    return classes.stream().filter(c -> c.holds(name)).findFirst().orElseThrow();
  }

  /** The class of whoever answered. */
  public InstitutionClass classOf(Answer answer) {
    return classOf(answer.value(institution.name()));
  }

  /** This plan with other themes. */
  public TallyPlan withThemes(Themes others) {
    return new TallyPlan(
        form, title, institution, classes, keep, questions, amounts, contradictions, others);
  }
}
