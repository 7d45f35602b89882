package yomitori.desk.returns;

import java.util.List;
import yomitori.resolve.master.MasterEntry;

/**
 * An expected institution and what came from it.
 *
 * @param answers with its prefecture and code, neither in doubt; oldest first
 * @param proposals that may be from it: a code in doubt, or only the name; oldest first
 */
public record InstitutionReturn(
    MasterEntry institution, List<Answer> answers, List<Answer> proposals) {

  public InstitutionReturn {
    answers = List.copyOf(answers);
    proposals = List.copyOf(proposals);
  }

  /** Whether it belongs to a state. */
  boolean is(ReturnState state) {
    return switch (state) {
      case ANSWERED -> !answers.isEmpty();
      case SEVERAL -> answers.size() > 1;
      case PROPOSED -> answers.isEmpty() && !proposals.isEmpty();
      case MISSING -> answers.isEmpty();
    };
  }
}
