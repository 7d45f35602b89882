package yomitori.desk.people;

import java.util.Optional;

/**
 * The way to the first account: a token that only the console of the desk shows, good while there
 * is no account. Each start has another.
 */
public final class SetUp {

  private final Accounts accounts;
  private final String token = Secret.random();

  SetUp(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The token, if an account is still to be made. */
  public Optional<String> token() {
    return accounts.isEmpty() ? Optional.of(token) : Optional.empty();
  }

  /** Whether somebody who has this token may make the first account now. */
  public boolean allows(String given) {
    return Secret.same(given, token) && accounts.isEmpty();
  }
}
