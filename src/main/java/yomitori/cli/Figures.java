package yomitori.cli;

import java.util.Locale;
import yomitori.simulate.score.Rate;

/** Numbers as tables show them. */
final class Figures {

  private static final double IN_HUNDRED = 100;

  private Figures() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", IN_HUNDRED * share);
  }

  /** A share with its cases and interval, such as {@code 0.06 % (3 / 5010; 95 %: 0.01–0.17 %)}. */
  static String rate(Rate rate) {
    return rate.of() == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.3f %% (%d / %d; 95 %%: %.3f–%.3f %%)",
            IN_HUNDRED * rate.share(),
            rate.cases(),
            rate.of(),
            IN_HUNDRED * rate.lower(),
            IN_HUNDRED * rate.upper());
  }

  /** A share alone; a dash where there is nothing to count. */
  static String share(long cases, long of) {
    return of == 0 ? "-" : percent((double) cases / of);
  }

  static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
