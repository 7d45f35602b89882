package yomitori.review.manage;

import java.util.List;
import java.util.Optional;
import yomitori.desk.people.Accounts.Fresh;
import yomitori.desk.people.Operator;

/**
 * The page of accounts.
 *
 * @param self the manager who looks at it
 * @param fresh an account whose new password is shown this once
 * @param fault what went wrong, in words; empty if nothing did
 * @param draft the account that could not be added, as it was typed
 */
public record PeopleModel(
    List<Operator> operators, Operator self, Optional<Fresh> fresh, String fault, Draft draft) {

  /** Copies the list. */
  public PeopleModel {
    operators = List.copyOf(operators);
  }

  /** What was typed. */
  public record Draft(String name, String displayName) {

    /** Nothing yet. */
    static final Draft NONE = new Draft("", "");
  }
}
