package yomitori.desk.people;

/** An account cannot be made or changed as asked; the fault has its own words on the page. */
public final class AccountException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What stands in the way. */
  public enum Fault {
    /** A name to log in with has 1 to 40 letters, digits, dots, underscores or hyphens. */
    NAME_MALFORMED,
    NAME_TAKEN,
    /** A display name has 1 to 60 characters, none of them a control character. */
    DISPLAY_NAME_MALFORMED,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    /** The password is the name, or one character over and over. */
    PASSWORD_PLAIN,
    /** The password that was to be changed is another one. */
    PASSWORD_WRONG,
    /** Nobody could manage the desk any more. */
    LAST_MANAGER,
    /** There is an account already: the first manager was made meanwhile. */
    NOT_FIRST,
    NO_SUCH_ACCOUNT
  }

  private final Fault fault;

  AccountException(Fault fault) {
    super(fault.name());
    this.fault = fault;
  }

  /** What stands in the way. */
  public Fault fault() {
    return fault;
  }
}
