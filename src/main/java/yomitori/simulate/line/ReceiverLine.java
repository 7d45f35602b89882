package yomitori.simulate.line;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * The receiver's own line of date, time and page: makers offer it at the foot or over the top of
 * what was received, and one technical note reports about 4 mm of the top overwritten. Shares are
 * an assumption. Strong where it is printed over the page.
 *
 * @param place where it is printed
 * @param text what it says
 */
public record ReceiverLine(Place place, String text) implements Effect {

  /** No line. */
  public static final ReceiverLine NONE = new ReceiverLine(Place.NONE, "");

  private static final double HEIGHT_MM = 4;
  private static final double FROM_LEFT_MM = 90;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm", Locale.ROOT);

  /** Where the line stands. */
  public enum Place {
    NONE,
    /** Over the page's first rows. */
    OVER_TOP,
    /** Over its last rows. */
    OVER_FOOT,
    /** Below it: the page gets longer. */
    BELOW
  }

  static ReceiverLine draw(LineProfile profile, CallTime time, Chance chance) {
    if (!chance.happens(profile.choose(0.05, 0.12, 0.15, 0.2))) {
      return NONE;
    }
    double u = chance.unit();
    boolean over = profile != LineProfile.CLEAN && u < 0.5;
    Place place = !over ? Place.BELOW : u < 0.2 ? Place.OVER_TOP : Place.OVER_FOOT;
    String text =
        String.format(
            Locale.ROOT,
            chance.happens(0.5) ? "受信 %s   No.%04d   P. 1/ 1" : "RCVD %s   #%04d   P.01/01",
            TIME.format(time.received()),
            chance.below(9999));
    return new ReceiverLine(place, text);
  }

  ReceiverLine numbered(int page, int of) {
    return new ReceiverLine(place, PrintedLine.numbered(text, page, of));
  }

  @Override
  public Level level() {
    return Level.of(place != Place.NONE, place != Place.BELOW);
  }

  /** Rows at the top, and at the foot, that can no longer be seen. */
  int rowsHiddenAtTop(double pxPerMmY) {
    return place == Place.OVER_TOP ? rows(pxPerMmY) : 0;
  }

  int rowsHiddenAtFoot(double pxPerMmY) {
    return place == Place.OVER_FOOT ? rows(pxPerMmY) : 0;
  }

  private static int rows(double pxPerMmY) {
    return (int) Math.round(HEIGHT_MM * pxPerMmY);
  }

  GrayImage apply(GrayImage page, double pxPerMmX, double pxPerMmY) {
    if (place == Place.NONE) {
      return page;
    }
    GrayImage band =
        PrintedLine.band(
            text, page.width(), rows(pxPerMmY), pxPerMmX, pxPerMmY, FROM_LEFT_MM, HEIGHT_MM, 0);
    return switch (place) {
      case OVER_TOP -> PrintedLine.over(page, band, 0);
      case OVER_FOOT -> PrintedLine.over(page, band, Math.max(0, page.height() - band.height()));
      default -> PrintedLine.joined(page, band);
    };
  }
}
