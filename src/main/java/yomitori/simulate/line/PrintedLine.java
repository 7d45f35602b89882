package yomitori.simulate.line;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.geometry.GrayImage;
import yomitori.simulate.hand.Script;

/** A line of type that a fax machine puts into a page, sharp and straight, as its own pixels. */
final class PrintedLine {

  /** Height of the type against that of the band. */
  private static final double TYPE_SHARE = 0.72;

  /** Where the baseline is against the band's height. */
  private static final double BASELINE_SHARE = 0.82;

  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  /** "P. 1/ 1" or "P.001/001", after which no other count comes. */
  private static final Pattern PAGE_COUNT =
      Pattern.compile("(P\\.?)([ \\d]\\d+)/([ \\d]\\d+)(?!.*/)");

  private PrintedLine() {}

  /** The text with its page count set, as wide as it was. */
  static String numbered(String text, int page, int of) {
    Matcher count = PAGE_COUNT.matcher(text);
    if (!count.find()) {
      return text;
    }
    String format = count.group(2).startsWith(" ") ? "%" : "%0";
    format += count.group(2).length() + "d";
    return text.substring(0, count.start())
        + count.group(1)
        + String.format(Locale.ROOT, format, page)
        + "/"
        + String.format(Locale.ROOT, format, of)
        + text.substring(count.end());
  }

  /** Type of 0 on 255, {@code cutMm} of whose upper edge is missing. */
  static GrayImage band(
      String text,
      int width,
      int rows,
      double pxPerMmX,
      double pxPerMmY,
      double leftMm,
      double heightMm,
      double cutMm) {
    BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = band.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, rows);
    g.setColor(Color.BLACK);
    double letters = heightMm * TYPE_SHARE;
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            leftMm * pxPerMmX, (heightMm * BASELINE_SHARE - cutMm) * pxPerMmY);
    place.scale(letters * pxPerMmX, letters * pxPerMmY);
    g.fill(
        place.createTransformedShape(
            Script.MACHINE.font().createGlyphVector(OUTLINES, text).getOutline()));
    g.dispose();
    byte[] pixels = ((DataBufferByte) band.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((pixels[i] & 0xff) < 128 ? 0 : 255);
    }
    return new GrayImage(width, rows, pixels);
  }

  /** A page some of whose rows the band has taken. */
  static GrayImage over(GrayImage page, GrayImage band, int fromRow) {
    byte[] pixels = page.pixels().clone();
    int at = fromRow * page.width();
    System.arraycopy(
        band.pixels(), 0, pixels, at, Math.min(band.pixels().length, pixels.length - at));
    return new GrayImage(page.width(), page.height(), pixels);
  }

  /** One above the other. */
  static GrayImage joined(GrayImage upper, GrayImage lower) {
    byte[] pixels = Arrays.copyOf(upper.pixels(), upper.pixels().length + lower.pixels().length);
    System.arraycopy(lower.pixels(), 0, pixels, upper.pixels().length, lower.pixels().length);
    return new GrayImage(upper.width(), upper.height() + lower.height(), pixels);
  }
}
