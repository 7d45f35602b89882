package yomitori.simulate.score;

import java.util.Locale;
import yomitori.simulate.line.LineProfile;

/** Numbers as the accuracy document shows them. */
final class Shown {

  /** Stands where there is nothing to count. */
  static final String NOTHING = "–";

  private static final double IN_HUNDRED = 100;

  private Shown() {}

  static String profile(LineProfile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  static String bold(long wrong) {
    return wrong == 0 ? "0" : "**" + wrong + "**";
  }

  /** A rare case, such as {@code 1 in 7,599}. */
  static String oneIn(double share) {
    return share == 0 ? "none" : String.format(Locale.ROOT, "1 in %,.0f", 1 / share);
  }

  /** The cases out of how many, such as {@code 3 / 5010}. */
  static String counts(long cases, long of) {
    return cases + " / " + of;
  }

  static String share(long cases, long of) {
    return of == 0 ? NOTHING : percent((double) cases / of, 2) + " (" + counts(cases, of) + ")";
  }

  /** A rate with its cases and its 95 % interval. */
  static String rate(Rate rate) {
    return rate.of() == 0
        ? NOTHING
        : String.format(
            Locale.ROOT,
            "%.3f %% (%d / %d; %.3f–%.3f %%)",
            IN_HUNDRED * rate.share(),
            rate.cases(),
            rate.of(),
            IN_HUNDRED * rate.lower(),
            IN_HUNDRED * rate.upper());
  }

  static String percent(double share, int places) {
    return decimal(IN_HUNDRED * share, places) + " %";
  }

  static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
