package yomitori.desk.people;

import java.util.Locale;

/** What a person may do; each role may do what those before it may. */
public enum Role {
  /** Answers doubts, looks records up, hands them over. */
  OPERATOR,
  /** Also accounts, settings, keys for programs, the audit trail. */
  MANAGER;

  /** Whether this role may do what is asked of the other. */
  public boolean covers(Role asked) {
    return compareTo(asked) >= 0;
  }

  /** As it stands in the ledger, in forms and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of a word of the ledger.
   *
   * @throws IllegalArgumentException if there is no such role
   */
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
