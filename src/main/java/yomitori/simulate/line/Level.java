package yomitori.simulate.line;

import java.util.Locale;

/** How much an effect does to a page; each effect's class says where strong begins. */
public enum Level {
  /** It changes nothing. */
  NONE,
  /** What a healthy machine or an ordinary office does. */
  MILD,
  /** What a person would notice, or what a form reader might fail on. */
  STRONG;

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link #NONE} where {@code acts} is false, otherwise by {@code strong}. */
  static Level of(boolean acts, boolean strong) {
    return !acts ? NONE : strong ? STRONG : MILD;
  }
}
