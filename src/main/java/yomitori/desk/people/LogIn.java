package yomitori.desk.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;

/** Name and password for a session. May be used from any thread. */
public final class LogIn {

  /** So much of a name that is unknown is kept. */
  private static final int NAME_KEPT = 40;

  private final Ledger ledger;
  private final Clock clock;
  private final PasswordHash hash;
  private final Sessions sessions;

  LogIn(Ledger ledger, Clock clock, PasswordHash hash, Sessions sessions) {
    this.ledger = ledger;
    this.clock = clock;
    this.hash = hash;
    this.sessions = sessions;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Logged in. */
    record Welcome(Operator operator, String session) implements Outcome {}

    /** The name or the password is wrong, or the account is closed; which is not told. */
    record Wrong() implements Outcome {}

    /** Too many attempts: nothing was looked at. */
    record Wait(Duration left) implements Outcome {}
  }

  private record Account(Operator operator, String hash) {}

  /**
   * Tries to log in.
   *
   * @param address where it comes from
   */
  public Outcome attempt(String typedName, String password, String address) {
    String whole = AccountRules.name(typedName);
    String name = whole.substring(0, Math.min(NAME_KEPT, whole.length()));
    long now = clock.millis();
    // Counted before the password is looked at: many attempts at once are still many.
    Optional<Duration> wait = ledger.write(h -> LogInFailures.count(h, name, address, now));
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    Optional<Account> account = ledger.read(handle -> account(handle, name));
    if (!isRight(account, password)) {
      ledger.change(
          handle ->
              Audit.add(
                  handle,
                  clock.instant(),
                  account.map(a -> a.operator().actor()).orElse(new Actor(0, name)),
                  Deed.change(Action.LOGIN_FAILED, "operator", name, "", address)));
      return new Outcome.Wrong();
    }
    Operator operator = account.orElseThrow().operator();
    Optional<String> renewed =
        PasswordHash.isDated(account.get().hash())
            ? Optional.of(hash.of(password))
            : Optional.empty();
    return ledger.write(
        handle -> {
          LogInFailures.forget(handle, name, address);
          renewed.ifPresent(h -> Rows.set(handle, operator.id(), "password", h));
          Audit.add(
              handle,
              clock.instant(),
              operator.actor(),
              Deed.change(Action.LOGGED_IN, "operator", name, "", address));
          return new Outcome.Welcome(operator, sessions.begin(handle, operator));
        });
  }

  /** A session for the manager who has just been made. */
  public String first(Operator operator) {
    return ledger.write(handle -> sessions.begin(handle, operator));
  }

  private boolean isRight(Optional<Account> account, String password) {
    if (password.length() > AccountRules.PASSWORD_MOST) {
      return false;
    }
    if (account.isEmpty()) {
      hash.matchesNobody(password);
      return false;
    }
    return hash.matches(password, account.get().hash()) && account.get().operator().active();
  }

  private static Optional<Account> account(Handle handle, String name) {
    return handle
        .createQuery("SELECT * FROM operator WHERE name = :name")
        .bind("name", name)
        .map((row, c) -> new Account(Rows.OPERATOR.map(row, c), row.getString("password")))
        .findOne();
  }
}
