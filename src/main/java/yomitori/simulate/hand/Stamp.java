package yomitori.simulate.hand;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/**
 * Stamps: an institution's rubber stamp with its name and address, and a person's seal (印). Sizes
 * follow common stamps: address stamps 60 mm wide, seals of 10 to 12 mm, ovals 8 by 11 mm.
 */
final class Stamp {

  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  private static final double ADDRESS_WIDTH_MM = 60;
  private static final double NAME_MM = 5.2;
  private static final double ADDRESS_MM = 2.9;

  private final Sheet sheet;
  private final Chance chance;

  Stamp(Sheet sheet, Chance chance) {
    this.sheet = sheet;
    this.chance = chance;
  }

  /** Stamps a name with a made-up address over a field, larger than it and not straight. */
  void institution(String name, RectMm field) {
    Ink ink =
        new Ink(
            (int) chance.between(170, 235), chance.between(0.02, 0.12), chance.between(0, 0.35));
    double size = Math.min(NAME_MM, ADDRESS_WIDTH_MM / name.length());
    String number =
        String.format("%d-%d-%d", 1 + chance.below(9), 1 + chance.below(30), 1 + chance.below(20));
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            field.x() + chance.between(-6, 4), field.centre().y() + chance.between(-2.5, 2.5));
    place.concatenate(Letters.turned(0.025 * chance.gauss()));
    words("〒000-0000 中央区本町" + number, place, -0.5 * size - 1.2, ADDRESS_MM, ink);
    words(name, place, 0.45 * size, size, ink);
    words("TEL 000-000-" + (1000 + chance.below(9000)), place, 0.5 * size + 3.6, ADDRESS_MM, ink);
  }

  private void words(String words, AffineTransform origin, double baseline, double size, Ink ink) {
    AffineTransform place = new AffineTransform(origin);
    place.translate(0, baseline);
    place.scale(size, size);
    Shape outline = Script.PRINT.font().createGlyphVector(OUTLINES, words).getOutline();
    sheet.fill(place.createTransformedShape(outline), ink);
  }

  /**
   * Stamps a seal over the end of a name or beside it.
   *
   * @param name of which up to four letters are on the seal
   */
  void seal(String name, RectMm field) {
    // Vermilion, which scanners see anywhere between mid-grey and nearly black.
    Ink ink =
        new Ink(
            (int) chance.between(120, 225), chance.between(0.02, 0.15), chance.between(0.05, 0.4));
    boolean oval = chance.happens(0.4);
    double w = oval ? chance.between(7.5, 9) : chance.between(9.5, 12.5);
    double h = oval ? w * 1.35 : w;
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            field.x() + field.w() * chance.between(0.55, 0.97),
            field.centre().y() + chance.between(-1.5, 1.5));
    place.concatenate(Letters.turned(0.12 * chance.gauss()));
    double rim = chance.between(0.4, 0.7);
    Area ring = new Area(new Ellipse2D.Double(-w / 2, -h / 2, w, h));
    ring.subtract(
        new Area(new Ellipse2D.Double(-w / 2 + rim, -h / 2 + rim, w - 2 * rim, h - 2 * rim)));
    sheet.fill(place.createTransformedShape(ring), ink);

    String shown = name.substring(0, Math.min(name.length(), chance.happens(0.5) ? 2 : 4));
    boolean columns = shown.length() > 2;
    int rows = columns ? (shown.length() + 1) / 2 : shown.length();
    double size = Math.min(h * 0.8 / rows, w * (columns ? 0.4 : 0.68));
    Font face = Script.PRINT.font();
    for (int i = 0; i < shown.length(); i++) {
      double x = columns ? (i < rows ? 0 : -size) : -size / 2;
      double y = (i % rows + 1 - rows / 2.0) * size - 0.12 * size;
      AffineTransform letter = new AffineTransform(place);
      letter.translate(x, y);
      letter.scale(size, size);
      Shape outline = face.createGlyphVector(OUTLINES, shown.substring(i, i + 1)).getOutline();
      sheet.fill(letter.createTransformedShape(outline), ink);
    }
  }
}
