package yomitori.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import yomitori.geometry.GrayImage;
import yomitori.intake.Page;

/**
 * A line as sending machines print it, in other words, orders, faces and sizes than the
 * simulator's.
 *
 * @param text what it says
 * @param number the sender's, as digits only; empty where none is told
 * @param face of the type
 * @param heightMm of its em
 * @param coarse whether the type is made of dots of twice the page's
 * @param marginMm white above it
 */
public record PrintedSenderLine(
    String text, String number, String face, double heightMm, boolean coarse, double marginMm) {

  private static final double MM_PER_INCH = 25.4;

  private static final List<String> FACES =
      List.of(
          "DejaVu Sans Mono",
          "DejaVu Sans Mono Bold",
          "DejaVu Sans Condensed",
          "DejaVu Sans",
          "IPAexGothic",
          "BIZ UDGothic Bold");

  private static final List<String> NAMES =
      List.of("スズキ医院", "(医)みどり会", "ヤマダ ナイカ", "KITA HOSP.", "北町クリニック", "", "");

  private static final double SPECKS = 0.001;

  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  /** Draws one. */
  public static PrintedSenderLine draw(RandomGenerator chance) {
    String number = number(chance);
    String written = written(number, chance);
    String name = NAMES.get(chance.nextInt(NAMES.size()));
    String day = String.format(Locale.ROOT, "%02d", 1 + chance.nextInt(28));
    String time =
        String.format(Locale.ROOT, "%02d:%02d", 8 + chance.nextInt(11), chance.nextInt(60));
    boolean none = chance.nextInt(10) == 0;
    String text =
        switch (chance.nextInt(7)) {
          case 0 ->
              "FROM: "
                  + name
                  + "  FAX:"
                  + written
                  + "  2022/11/"
                  + day
                  + " "
                  + time
                  + "  P.001/001";
          case 1 ->
              "2022-11-"
                  + day
                  + " "
                  + time
                  + "   "
                  + name
                  + "   "
                  + written
                  + " →  0339466295  P 1";
          case 2 -> name + "   " + written + "      " + day + "-11-22 " + time + "   1/1";
          case 3 -> day + "/11 '22 " + time + " FAX " + written + " " + name + "  [001/002]";
          case 4 -> "発信元:" + name + " " + written + "  発信時刻:" + time + "  ページ1";
          case 5 ->
              "R:0"
                  + day
                  + "  11/"
                  + day
                  + "/2022 "
                  + time
                  + "  "
                  + written
                  + "   "
                  + name
                  + "  TO:03-3946-6295 P. 1";
          default ->
              time + " 11/" + day + "  TEL." + written + "  " + name + "  No.0" + day + "5 P.1";
        };
    return new PrintedSenderLine(
        none ? text.replace(written, "") : text,
        none ? "" : number,
        FACES.get(chance.nextInt(FACES.size())),
        2.1 + 1.2 * chance.nextDouble(),
        chance.nextInt(3) == 0,
        4 * chance.nextDouble());
  }

  private static String number(RandomGenerator chance) {
    return switch (chance.nextInt(5)) {
      case 0 ->
          String.format(
                  Locale.ROOT,
                  "0%d%08d",
                  chance.nextBoolean() ? 3 : 6,
                  20_000_000 + chance.nextInt(70_000_000))
              .substring(0, 10);
      case 1 -> String.format(Locale.ROOT, "050%08d", chance.nextInt(100_000_000));
      case 2 -> String.format(Locale.ROOT, "0120%06d", chance.nextInt(1_000_000));
      default ->
          String.format(
              Locale.ROOT,
              "0%d%d%07d",
              1 + chance.nextInt(9),
              1 + chance.nextInt(9),
              chance.nextInt(10_000_000));
    };
  }

  private static String written(String digits, RandomGenerator chance) {
    int area =
        digits.startsWith("03") || digits.startsWith("06") ? 2 : digits.startsWith("0120") ? 4 : 3;
    String a = digits.substring(0, area);
    String c = digits.substring(digits.length() - 4);
    String b = digits.substring(area, digits.length() - 4);
    return switch (chance.nextInt(6)) {
      case 0, 1 -> a + "-" + b + "-" + c;
      case 2 -> "(" + a + ")" + b + "-" + c;
      case 3 -> a + " " + b + " " + c;
      case 4 -> "+81 " + a.substring(1) + " " + b + " " + c;
      default -> digits;
    };
  }

  /** The page with the line above it, at the page's own density. */
  public Page above(Page page, RandomGenerator chance) {
    GrayImage image = page.image();
    double across = page.resolution().dpiX() / MM_PER_INCH;
    double down = page.resolution().dpiY() / MM_PER_INCH;
    int rows = (int) Math.round((marginMm + 1.25 * heightMm) * down);
    int dots = coarse ? 2 : 1;
    BufferedImage band =
        new BufferedImage(
            image.width() / dots, Math.max(1, rows / dots), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = band.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, band.getWidth(), band.getHeight());
    g.setColor(Color.BLACK);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            8 * across / dots, (marginMm + heightMm) * down / dots);
    place.scale(heightMm * across / dots, heightMm * down / dots);
    g.fill(place.createTransformedShape(font().createGlyphVector(OUTLINES, text).getOutline()));
    g.dispose();
    GrayImage out = GrayImage.white(image.width(), image.height() + rows);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < image.width(); x++) {
        int bx = Math.min(x / dots, band.getWidth() - 1);
        int by = Math.min(y / dots, band.getHeight() - 1);
        boolean dark =
            (band.getRaster().getSample(bx, by, 0) < 128) ^ (chance.nextDouble() < SPECKS);
        out.set(x, y, dark ? 0 : GrayImage.WHITE);
      }
    }
    System.arraycopy(image.pixels(), 0, out.pixels(), rows * image.width(), image.pixels().length);
    return new Page(
        page.source(),
        page.number(),
        page.sha256(),
        out,
        page.resolution(),
        Page.RowDamage.none(out.height()));
  }

  private Font font() {
    boolean bold = face.endsWith(" Bold");
    String family = bold ? face.substring(0, face.length() - " Bold".length()) : face;
    return new Font(family, bold ? Font.BOLD : Font.PLAIN, 1);
  }
}
