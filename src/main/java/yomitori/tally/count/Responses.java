package yomitori.tally.count;

import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.Question.AnswerOption;

/** What an answer says to a question. */
final class Responses {

  /** How a question was answered as a whole. */
  enum Kind {
    ANSWERED,
    UNANSWERED,
    INVALID,
    IN_DOUBT
  }

  private Responses() {}

  static Kind kind(Question question, Answer answer) {
    Given other = answer.given(question.other());
    boolean words = !question.other().isEmpty() && !other.isEmpty() && !other.isInDoubt();
    boolean answered = words;
    boolean doubt = other.isInDoubt();
    boolean invalid = false;
    for (String field : question.choiceFields()) {
      Given given = answer.given(field);
      doubt |= given.isInDoubt();
      if (!given.isInDoubt()) {
        answered |= counts(question, given);
        invalid |= !isValid(question, given);
      }
    }
    if (question.isSingle() && invalid) {
      return Kind.INVALID;
    }
    if (question.isSingle() && answer.given(question.field()).isInDoubt()) {
      return Kind.IN_DOUBT;
    }
    if (answered) {
      return Kind.ANSWERED;
    }
    if (doubt) {
      return Kind.IN_DOUBT;
    }
    return invalid ? Kind.INVALID : Kind.UNANSWERED;
  }

  private static boolean counts(Question question, Given given) {
    return question.isSingle()
        ? isOption(question, given.value())
        : given.value().equals(Given.MARKED);
  }

  private static boolean isValid(Question question, Given given) {
    return given.isEmpty()
        || counts(question, given)
        || (!question.isSingle() && given.value().equals(Given.UNMARKED));
  }

  static boolean isOption(Question question, String value) {
    return question.answers().stream().anyMatch(option -> option.id().equals(value));
  }

  /** Takes one answer into the trials of one option. */
  static void take(Question question, AnswerOption option, Answer answer, Trials trials) {
    if (question.isSingle()) {
      Given given = answer.given(question.field());
      if (given.isInDoubt()) {
        trials.open();
      } else if (given.value().equals(option.id())) {
        trials.counted(given);
      } else {
        // An error is any other of the options, or none of them.
        trials.notCounted(given, 1.0 / question.answers().size());
      }
      return;
    }
    Given given = answer.given(option.id());
    if (given.isInDoubt()) {
      trials.open();
    } else if (given.value().equals(Given.MARKED)) {
      trials.counted(given);
    } else {
      trials.notCounted(given, 1);
    }
  }

  /**
   * Takes what one answer says in other words: of a question with one answer, instead of it. Beside
   * a choice, valid or not, they count no more than that; beside one in doubt they may.
   */
  static void takeOther(Question question, Answer answer, Trials trials) {
    Given given = answer.given(question.other());
    Given choice = question.isSingle() ? answer.given(question.field()) : Given.nothing();
    if (choice.isInDoubt()) {
      if (!given.isEmpty()) {
        trials.open();
      }
      return;
    }
    if (!choice.isEmpty()) {
      return;
    }
    if (given.isInDoubt()) {
      trials.open();
    } else if (given.isEmpty()) {
      trials.notCounted(given, 1);
    } else {
      trials.counted(wordsAreThere(given));
    }
  }

  /**
   * That something is written is much surer than what: the confidence of a text is not that of its
   * being there, so it moves no count.
   */
  private static Given wordsAreThere(Given given) {
    return given.trust() == Given.Trust.READ ? Given.certain(given.value()) : given;
  }
}
