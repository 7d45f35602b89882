package yomitori.tally.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A question of which answers are counted.
 *
 * @param id as tables call it
 * @param label as the form asks it
 * @param field the field of a question with one answer; empty for one with any number
 * @param answers what may be answered, in the form's order
 * @param other the field with other answers in words; empty where there is none
 * @param otherLabel what the form prints for that field
 */
public record Question(
    String id,
    String label,
    String field,
    List<AnswerOption> answers,
    String other,
    String otherLabel) {

  /**
   * An answer that may be given.
   *
   * @param id the field of a checkbox, or the option of a choice
   * @param label as the form prints it
   */
  public record AnswerOption(String id, String label) {}

  /** Keeps the answers in the form's order. */
  public Question {
    answers = List.copyOf(answers);
  }

  /** Whether exactly one answer may be given. */
  public boolean isSingle() {
    return !field.isEmpty();
  }

  /** The fields in which one of its answers is chosen. */
  public List<String> choiceFields() {
    return isSingle() ? List.of(field) : answers.stream().map(AnswerOption::id).toList();
  }

  /** The fields that it is answered in, that for other answers last. */
  public List<String> fields() {
    return Stream.concat(choiceFields().stream(), Stream.of(other).filter(f -> !f.isEmpty()))
        .toList();
  }
}
