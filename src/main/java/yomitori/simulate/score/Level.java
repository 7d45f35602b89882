package yomitori.simulate.score;

import java.util.Locale;

/** How strongly an effect acted on a page. */
public enum Level {
  NONE,
  MILD,
  STRONG;

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
