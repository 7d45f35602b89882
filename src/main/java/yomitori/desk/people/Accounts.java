package yomitori.desk.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.AccountException.Fault;

/** The accounts in the ledger; every change has its row in the trail. Thread-safe. */
public final class Accounts {

  private static final String SUBJECT = "operator";

  private final Ledger ledger;
  private final Clock clock;
  private final PasswordHash hash;

  Accounts(Ledger ledger, Clock clock, PasswordHash hash) {
    this.ledger = ledger;
    this.clock = clock;
    this.hash = hash;
  }

  /**
   * An account that was made or whose password was reset.
   *
   * @param password to be told to the person, who changes it at the next log-in; kept nowhere
   */
  public record Fresh(Operator operator, String password) {}

  /** All accounts, closed ones too, by name. */
  public List<Operator> all() {
    return ledger.read(
        handle ->
            handle.createQuery("SELECT * FROM operator ORDER BY name").map(Rows.OPERATOR).list());
  }

  /** Whether nobody has an account yet. */
  public boolean isEmpty() {
    return ledger.read(Accounts::count) == 0;
  }

  /** The account of a number. */
  public Optional<Operator> find(long id) {
    return ledger.read(handle -> Rows.find(handle, id));
  }

  /**
   * Makes the first account, a manager.
   *
   * @throws AccountException if there is one already, or a name or password will not do
   */
  public Operator addFirst(String name, String displayName, String password, String language) {
    String checked = AccountRules.checkedName(name);
    String shown = AccountRules.checkedDisplayName(displayName);
    AccountRules.checkPassword(checked, password);
    String hashed = hash.of(password);
    return ledger.write(
        handle -> {
          if (count(handle) > 0) {
            throw new AccountException(Fault.NOT_FIRST);
          }
          Operator made =
              insert(
                  handle,
                  new Operator(0, checked, shown, Role.MANAGER, true, false, language),
                  hashed);
          note(handle, made.actor(), Action.ACCOUNT_ADDED, made.name(), "", Role.MANAGER.word());
          return made;
        });
  }

  /**
   * Makes an account with a password that is to be changed.
   *
   * @throws AccountException if a name will not do or is taken
   */
  public Fresh add(Actor by, String name, String displayName, Role role, String language) {
    String checked = AccountRules.checkedName(name);
    String shown = AccountRules.checkedDisplayName(displayName);
    String password = Secret.passwordToType();
    String hashed = hash.of(password);
    return ledger.write(
        handle -> {
          if (Rows.find(handle, checked).isPresent()) {
            throw new AccountException(Fault.NAME_TAKEN);
          }
          Operator made =
              insert(handle, new Operator(0, checked, shown, role, true, true, language), hashed);
          note(handle, by, Action.ACCOUNT_ADDED, checked, "", role.word());
          return new Fresh(made, password);
        });
  }

  /**
   * Gives a person another role, from their next click on.
   *
   * @throws AccountException if no manager would be left
   */
  public void changeRole(Actor by, long id, Role role) {
    ledger.change(
        handle -> {
          Operator operator = existing(handle, id);
          if (operator.role() == role) {
            return;
          }
          Rows.set(handle, id, "role", role.word());
          mustHaveManager(handle);
          note(
              handle,
              by,
              Action.ROLE_CHANGED,
              operator.name(),
              operator.role().word(),
              role.word());
        });
  }

  /**
   * Closes an account and logs the person out, or opens it again.
   *
   * @throws AccountException if no manager would be left
   */
  public void setActive(Actor by, long id, boolean active) {
    ledger.change(
        handle -> {
          Operator operator = existing(handle, id);
          if (operator.active() == active) {
            return;
          }
          Rows.set(handle, id, "active", active ? 1 : 0);
          mustHaveManager(handle);
          Rows.endSessions(handle, id, "");
          note(
              handle,
              by,
              active ? Action.ACCOUNT_OPENED : Action.ACCOUNT_CLOSED,
              operator.name(),
              "",
              "");
        });
  }

  /** Gives a person a new password, to be changed at the next log-in, and logs them out. */
  public Fresh resetPassword(Actor by, long id) {
    String password = Secret.passwordToType();
    String hashed = hash.of(password);
    return ledger.write(
        handle -> {
          Operator operator = existing(handle, id);
          Rows.setPassword(handle, id, hashed, true);
          Rows.endSessions(handle, id, "");
          note(handle, by, Action.PASSWORD_RESET, operator.name(), "", "");
          return new Fresh(operator, password);
        });
  }

  /**
   * A person's own change of password; all their other sessions end.
   *
   * @param session the one they are in
   * @throws AccountException if the old one is wrong or the new one will not do
   */
  public void changePassword(Operator operator, String session, String old, String password) {
    AccountRules.checkPassword(operator.name(), password);
    String kept = ledger.read(handle -> Rows.passwordOf(handle, operator.id()));
    if (old.length() > AccountRules.PASSWORD_MOST || !hash.matches(old, kept)) {
      throw new AccountException(Fault.PASSWORD_WRONG);
    }
    String hashed = hash.of(password);
    ledger.change(
        handle -> {
          Rows.setPassword(handle, operator.id(), hashed, false);
          Rows.endSessions(handle, operator.id(), Secret.digest(session));
          note(handle, operator.actor(), Action.PASSWORD_CHANGED, operator.name(), "", "");
        });
  }

  /** Keeps the language that a person chose. */
  public void setLanguage(Operator operator, String language) {
    ledger.change(handle -> Rows.set(handle, operator.id(), "language", language));
  }

  private Operator insert(Handle handle, Operator operator, String hashed) {
    handle
        .createUpdate(
            "INSERT INTO operator (name, display_name, role, password, active, must_change,"
                + " language, made_at) VALUES (:name, :displayName, :role, :password, 1,"
                + " :mustChange, :language, :madeAt)")
        .bind("name", operator.name())
        .bind("displayName", operator.displayName())
        .bind("role", operator.role().word())
        .bind("password", hashed)
        .bind("mustChange", operator.mustChange() ? 1 : 0)
        .bind("language", operator.language())
        .bind("madeAt", clock.millis())
        .execute();
    return Rows.find(handle, operator.name()).orElseThrow();
  }

  private void note(
      Handle handle, Actor by, Action action, String name, String oldValue, String newValue) {
    Audit.add(handle, clock.instant(), by, Deed.change(action, SUBJECT, name, oldValue, newValue));
  }

  private static Operator existing(Handle handle, long id) {
    return Rows.find(handle, id).orElseThrow(() -> new AccountException(Fault.NO_SUCH_ACCOUNT));
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM operator").mapTo(int.class).one();
  }

  private static void mustHaveManager(Handle handle) {
    int managers =
        handle
            .createQuery("SELECT COUNT(*) FROM operator WHERE role = 'manager' AND active = 1")
            .mapTo(int.class)
            .one();
    if (managers == 0) {
      throw new AccountException(Fault.LAST_MANAGER);
    }
  }
}
