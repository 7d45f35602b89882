package yomitori.desk.returns;

import java.util.Locale;

/** What came from an institution. */
public enum ReturnState {
  /** No answer is surely its own. */
  MISSING,
  /** Of those: a page may be its own. */
  PROPOSED,
  /** At least one answer. */
  ANSWERED,
  /** Of those: more than one. */
  SEVERAL;

  /** As it stands in addresses and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
