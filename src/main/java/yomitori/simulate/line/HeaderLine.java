package yomitori.simulate.line;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * The sender's line of date, name, number and page, printed by the machine over the top of the page
 * ("inside") or above it ("outside"), or switched off; makers' manuals describe all three. The
 * numbers are in no one's use. Strong where it is printed over the page or its upper edge is lost.
 *
 * @param place where it is printed
 * @param text what it says
 * @param heightMm height of its band
 * @param cutMm how much of its upper edge was lost
 */
public record HeaderLine(Place place, String text, double heightMm, double cutMm)
    implements Effect {

  /** No header line. */
  public static final HeaderLine NONE = new HeaderLine(Place.NONE, "", 0, 0);

  private static final double FROM_LEFT_MM = 7;
  private static final double NONE_SHARE = 0.12;
  private static final double OVER_SHARE = 0.38;

  private static final List<String> NAMES =
      List.of("ｻﾄｳ ｲｲﾝ", "ﾀﾅｶ ｸﾘﾆｯｸ", "ﾅｶﾑﾗ ﾅｲｶ", "医）若葉会", "SAKURA CLINIC", "ｱｵｷ ｼﾞﾋﾞｶ", "", "");

  /** Where a header line stands. */
  public enum Place {
    NONE,
    OVER,
    ABOVE
  }

  /** Draws a header line. Shares are an assumption. */
  static HeaderLine draw(LineProfile profile, CallTime time, Chance chance) {
    double u = chance.unit();
    Place place =
        u < NONE_SHARE ? Place.NONE : u < NONE_SHARE + OVER_SHARE ? Place.OVER : Place.ABOVE;
    if (profile == LineProfile.CLEAN && place == Place.OVER) {
      place = Place.ABOVE;
    }
    double cut = chance.happens(profile.choose(0, 0.03, 0.06, 0.15)) ? chance.between(0.8, 2.2) : 0;
    double height = chance.between(3.2, 4.4);
    String text = text(time, chance);
    return place == Place.NONE ? NONE : new HeaderLine(place, text, height, cut);
  }

  private static String text(CallTime time, Chance chance) {
    String number = String.format("0%02d000%04d", 10 + chance.below(89), chance.below(10_000));
    String name = chance.pick(NAMES);
    int job = chance.below(9999);
    return switch (chance.below(4)) {
      case 0 ->
          String.format(
              Locale.ROOT,
              "%s  %-14s FAX %s    NO.%04d  P. 1/ 1",
              at(time, "yyyy年MM月dd日 HH時mm分", Locale.JAPANESE),
              name,
              number,
              job);
      case 1 ->
          String.format(
              Locale.ROOT,
              "%s   From:%-12s %-14s To:日本医師会        P.001/001",
              at(time, "MMM-dd-yyyy HH:mm", Locale.ENGLISH).toUpperCase(Locale.ROOT),
              number,
              name);
      case 2 ->
          String.format(
              Locale.ROOT,
              "%s   %-16s %s     #%03d P001/001",
              at(time, "''yy/MM/dd(E) HH:mm", Locale.JAPANESE),
              name,
              number,
              job % 1000);
      default ->
          String.format(
              Locale.ROOT,
              "%s  FROM %s %s          T-%03d  P.01/01  F-%03d",
              at(time, "MM-dd-yyyy HH:mm", Locale.ROOT),
              name,
              number,
              job % 1000,
              job / 10);
    };
  }

  private static String at(CallTime time, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(time.sent());
  }

  HeaderLine numbered(int page, int of) {
    return new HeaderLine(place, PrintedLine.numbered(text, page, of), heightMm, cutMm);
  }

  @Override
  public Level level() {
    return Level.of(place != Place.NONE, place == Place.OVER || cutMm > 0);
  }

  /** Rows that the line adds to a page. */
  int rowsAbove(double pxPerMmY) {
    return place == Place.ABOVE ? rows(pxPerMmY) : 0;
  }

  /** Rows at the page's top that are not the sheet's. */
  int rowsHidden(double pxPerMmY) {
    return place == Place.NONE ? 0 : rows(pxPerMmY);
  }

  private int rows(double pxPerMmY) {
    return (int) Math.round((heightMm - cutMm) * pxPerMmY);
  }

  GrayImage apply(GrayImage page, double pxPerMmX, double pxPerMmY) {
    if (!acts()) {
      return page;
    }
    GrayImage band =
        PrintedLine.band(
            text, page.width(), rows(pxPerMmY), pxPerMmX, pxPerMmY, FROM_LEFT_MM, heightMm, cutMm);
    return place == Place.ABOVE ? PrintedLine.joined(band, page) : PrintedLine.over(page, band, 0);
  }
}
