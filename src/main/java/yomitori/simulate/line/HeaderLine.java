package yomitori.simulate.line;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Locale;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Script;

/**
 * The sender's line of date, name, number and page, printed by the machine over the top of the page
 * ("inside") or above it ("outside"), or switched off; makers' manuals describe all three. The
 * numbers are in no one's use.
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

  private static final double LETTERS_SHARE = 0.72;

  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  private static final List<String> NAMES =
      List.of("ｻﾄｳ ｲｲﾝ", "ﾀﾅｶ ｸﾘﾆｯｸ", "ﾅｶﾑﾗ ﾅｲｶ", "医）若葉会", "SAKURA CLINIC", "ｱｵｷ ｼﾞﾋﾞｶ", "", "");

  /** Where a header line stands. */
  public enum Place {
    NONE,
    OVER,
    ABOVE
  }

  /** Draws a header line. Shares are an assumption. */
  public static HeaderLine draw(LineProfile profile, Chance chance) {
    double u = chance.unit();
    Place place = u < 0.12 ? Place.NONE : u < 0.5 ? Place.OVER : Place.ABOVE;
    if (profile == LineProfile.CLEAN && place == Place.OVER) {
      place = Place.ABOVE;
    }
    double cut = chance.happens(profile.choose(0, 0.03, 0.06, 0.15)) ? chance.between(0.8, 2.2) : 0;
    return place == Place.NONE
        ? NONE
        : new HeaderLine(place, text(chance), chance.between(3.6, 4.6), cut);
  }

  private static String text(Chance chance) {
    int day = 15 + chance.below(16);
    int hour = 8 + chance.below(12);
    int minute = chance.below(60);
    String number = String.format("0%02d000%04d", 10 + chance.below(89), chance.below(10_000));
    String name = chance.pick(NAMES);
    return switch (chance.below(3)) {
      case 0 ->
          String.format(
              Locale.ROOT,
              "2022年11月%02d日 %02d時%02d分  %-14s FAX %s    NO.%04d  P. 1/ 1",
              day,
              hour,
              minute,
              name,
              number,
              chance.below(9999));
      case 1 ->
          String.format(
              Locale.ROOT,
              "NOV-%02d-2022 %02d:%02d   From:%-12s %-14s To:日本医師会        P.001/001",
              day,
              hour,
              minute,
              number,
              name);
      default ->
          String.format(
              Locale.ROOT,
              "'22/11/%02d(%s) %02d:%02d   %-16s %s     #%03d P001/001",
              day,
              "月火水木金土日".charAt((day + 6) % 7),
              hour,
              minute,
              name,
              number,
              chance.below(999));
    };
  }

  @Override
  public boolean acts() {
    return place != Place.NONE;
  }

  /** Rows that the line adds to a page. */
  int rowsAbove(double pxPerMmY) {
    return place == Place.ABOVE ? bandRows(pxPerMmY) : 0;
  }

  private int bandRows(double pxPerMmY) {
    return (int) Math.round((heightMm - cutMm) * pxPerMmY);
  }

  GrayImage apply(GrayImage page, double pxPerMmX, double pxPerMmY) {
    if (!acts()) {
      return page;
    }
    int added = rowsAbove(pxPerMmY);
    int width = page.width();
    GrayImage with = GrayImage.white(width, page.height() + added);
    System.arraycopy(page.pixels(), 0, with.pixels(), added * width, page.pixels().length);
    byte[] band = band(width, bandRows(pxPerMmY), pxPerMmX, pxPerMmY);
    for (int i = 0; i < Math.min(band.length, with.pixels().length); i++) {
      with.pixels()[i] = (byte) ((band[i] & 0xff) < 128 ? 0 : 255);
    }
    return with;
  }

  private byte[] band(int width, int rows, double pxPerMmX, double pxPerMmY) {
    BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = band.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, rows);
    g.setColor(Color.BLACK);
    double letters = heightMm * LETTERS_SHARE;
    AffineTransform place =
        AffineTransform.getTranslateInstance(7 * pxPerMmX, (heightMm * 0.82 - cutMm) * pxPerMmY);
    place.scale(letters * pxPerMmX, letters * pxPerMmY);
    g.fill(
        place.createTransformedShape(
            Script.MACHINE.font().createGlyphVector(OUTLINES, text).getOutline()));
    g.dispose();
    return ((DataBufferByte) band.getRaster().getDataBuffer()).getData();
  }
}
