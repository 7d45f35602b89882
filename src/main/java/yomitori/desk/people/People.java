package yomitori.desk.people;

import java.time.Clock;
import yomitori.desk.ledger.Ledger;

/**
 * All that there is to know about the people of a desk. Each part may be used from any thread.
 *
 * @param accounts who there is
 * @param sessions who is logged in
 * @param logIn how one comes to be
 * @param setUp how the first manager comes to be
 */
public record People(Accounts accounts, Sessions sessions, LogIn logIn, SetUp setUp) {

  /** The people of a ledger. */
  public static People of(Ledger ledger, Clock clock, SessionLimits limits) {
    PasswordHash hash = new PasswordHash();
    Accounts accounts = new Accounts(ledger, clock, hash);
    Sessions sessions = new Sessions(ledger, clock, limits);
    return new People(
        accounts, sessions, new LogIn(ledger, clock, hash, sessions), new SetUp(accounts));
  }
}
