package yomitori.desk.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is remarkable about a sender. */
public enum Trait {
  /** Much is in doubt, compared with others. */
  DOUBTFUL,
  /** A dark line runs down the pages. */
  STREAK,
  /** Prints lighter than most. */
  LIGHT,
  /** Prints darker than most. */
  DARK,
  /** Sends in coarse resolution. */
  COARSE,
  /** The form arrives smaller than it is. */
  SHRUNK,
  /** The form arrives larger than it is. */
  ENLARGED,
  /** Pages are fed at an angle. */
  CROOKED;

  /**
   * Writing and stamps add to the print's ink; this much less or more than the median of all
   * senders they do not explain. Chosen, not measured: there are no real faxes to measure.
   */
  private static final double LIGHT_BELOW = 0.7;

  private static final double DARK_ABOVE = 1.5;

  /** Of fewer senders there is no "most". */
  private static final int LEAST_SENDERS = 4;

  /** ITU-T T.4: standard resolution has 98 lines an inch, fine has 196. */
  private static final double COARSE_BELOW_DPI = 150;

  /** Machines that "fit to page" take 3 % and more; feeders stretch by less than 1.5 %. */
  private static final double SCALE = 0.02;

  /** Registration follows ten degrees, but from one on a line of writing climbs a row of boxes. */
  private static final double CROOKED_DEGREES = 1;

  /** Twice as much in doubt as the median, and at least one field in ten. */
  private static final double DOUBT_RATIO = 2;

  private static final double DOUBT_LEAST = 0.1;

  /** As it stands in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is remarkable about a sender among all. */
  static List<Trait> of(SenderProfile profile, List<SenderProfile> all) {
    double ink = Median.of(all.stream().mapToDouble(SenderProfile::ink), 0);
    double doubt = Median.of(all.stream().mapToDouble(SenderProfile::doubtShare), 0);
    double scale = (profile.scaleX() + profile.scaleY()) / 2;
    boolean compared = all.size() >= LEAST_SENDERS;
    List<Trait> traits = new ArrayList<>();
    for (Trait trait : values()) {
      boolean has =
          switch (trait) {
            case DOUBTFUL ->
                compared && profile.doubtShare() >= Math.max(DOUBT_LEAST, DOUBT_RATIO * doubt);
            case STREAK -> !profile.streaks().isEmpty();
            case LIGHT -> compared && profile.ink() < LIGHT_BELOW * ink;
            case DARK -> compared && profile.ink() > DARK_ABOVE * ink;
            case COARSE -> profile.dpiY() < COARSE_BELOW_DPI;
            case SHRUNK -> scale < 1 - SCALE;
            case ENLARGED -> scale > 1 + SCALE;
            case CROOKED -> profile.skew() >= CROOKED_DEGREES;
          };
      if (has) {
        traits.add(trait);
      }
    }
    return traits;
  }
}
