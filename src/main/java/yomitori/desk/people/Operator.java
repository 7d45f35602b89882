package yomitori.desk.people;

import yomitori.desk.audit.Actor;

/**
 * A person with an account.
 *
 * @param name what is typed to log in
 * @param displayName what other people see
 * @param active whether the account is open
 * @param mustChange whether another person chose the password, so that it is to be changed first
 * @param language ja or en
 */
public record Operator(
    long id,
    String name,
    String displayName,
    Role role,
    boolean active,
    boolean mustChange,
    String language) {

  /** This person in the audit trail. */
  public Actor actor() {
    return new Actor(id, name);
  }
}
