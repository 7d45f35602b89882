package yomitori.desk.audit;

import java.util.Locale;

/** What was done. Rooms that do more add to this list. */
public enum Action {
  /** A record was opened. */
  SEEN,
  /** A doubt was answered with what was read. */
  CONFIRMED,
  /** A value was changed. */
  CORRECTED,
  /** An answer was taken back. */
  UNDONE,
  LOGGED_IN,
  LOGIN_FAILED,
  LOGGED_OUT,
  ACCOUNT_ADDED,
  ROLE_CHANGED,
  ACCOUNT_CLOSED,
  ACCOUNT_OPENED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  /** A fax came through the page. */
  UPLOADED,
  /** Records or the trail itself left the desk. */
  EXPORTED,
  /** A page is to be read once more. */
  READ_AGAIN,
  /** A fax was removed on purpose. */
  REMOVED,
  /** A setting of the desk, a threshold, a list of expected institutions. */
  SETTING_CHANGED,
  /** A page was put aside: another with the same answers counts in its place. */
  PUT_ASIDE,
  /** Two pages that are alike were said to be two answers. */
  KEPT_APART,
  /** A key for programs was made or withdrawn. */
  TOKEN_CHANGED,
  /** A source, a theme or a decision of the tally was changed. */
  TALLY_CHANGED,
  /** The answers were counted. */
  TALLIED;

  /** As it stands in the ledger and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of a word of the ledger. */
  public static Action of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
