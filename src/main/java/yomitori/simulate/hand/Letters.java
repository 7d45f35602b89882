package yomitori.simulate.hand;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;

/**
 * Puts single letters and digits on a sheet in one person's hand. No two letters are the same: each
 * outline is bent on its own, and its strokes are thicker here and thinner there.
 */
final class Letters {

  /** How far an outline is bent, as a share of the letter's size, for everyday jitter. */
  private static final double BEND = 0.024;

  /** How far edges of a stroke move where it is thicker or thinner, mm. */
  private static final double UNEVEN_MM = 0.045;

  /** A straight part of an outline is bent in this many pieces. */
  private static final int PIECES = 3;

  /** How much letters of one hand differ in darkness. */
  private static final double PRESSURE_SPREAD = 0.05;

  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);
  private static final Ink TONER = new Ink(240, 0);

  private final Sheet sheet;
  private final Writer writer;
  private final Purpose purpose;
  private final Chance chance;

  Letters(Sheet sheet, Writer writer, Purpose purpose, Chance chance) {
    this.sheet = sheet;
    this.writer = writer;
    this.purpose = purpose;
    this.chance = chance;
  }

  Writer writer() {
    return writer;
  }

  Chance chance() {
    return chance;
  }

  boolean typed() {
    return writer.script().isType();
  }

  /** A stroke of this writer's pen. */
  void stroke(Stroke stroke) {
    stroke.draw(sheet, writer.pen(), chance);
  }

  /** A letter with its foot at a baseline; returns how far the next one stands from it, mm. */
  double letter(char letter, double x, double baseline, double size) {
    double own = size * (1 + writer.jitter() * 0.06 * chance.gauss());
    Font font = font(letter);
    GlyphVector glyph = font.createGlyphVector(OUTLINES, new char[] {letter});
    double turn = writer.jitter() * 0.03 * chance.gauss();
    double shear = -writer.slant() - writer.jitter() * 0.04 * chance.gauss();
    AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
    place.concatenate(turned(turn));
    place.shear(shear, 0);
    place.scale(own, own);
    if (typed()) {
      sheet.fill(place.createTransformedShape(glyph.getOutline()), TONER);
    } else {
      Shape bent = place.createTransformedShape(bent(glyph.getOutline()));
      Ink ink = writer.pen().ink().pressed(1 + PRESSURE_SPREAD * chance.gauss());
      sheet.put(sheet.mask(bent).reweighted(weight(own)), ink);
    }
    return advance(letter, size);
  }

  /**
   * A digit about a point.
   *
   * @param heightMm of a digit that fills its line
   * @return where its ink lies
   */
  RectMm digit(char digit, double x, double y, double heightMm) {
    return typed() ? typedDigit(digit, x, y, heightMm) : writtenDigit(digit, x, y, heightMm);
  }

  private RectMm typedDigit(char digit, double x, double y, double heightMm) {
    Shape glyph = font(digit).createGlyphVector(OUTLINES, new char[] {digit}).getOutline();
    var bounds = glyph.getBounds2D();
    double scale = heightMm / bounds.getHeight();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(scale, scale);
    place.translate(-bounds.getCenterX(), -bounds.getCenterY());
    sheet.fill(place.createTransformedShape(glyph), TONER);
    double w = bounds.getWidth() * scale;
    return new RectMm(x - w / 2, y - heightMm / 2, w, heightMm);
  }

  private RectMm writtenDigit(char digit, double x, double y, double heightMm) {
    int value = digit - '0';
    int index = HandwrittenDigits.index(value, purpose, chance);
    DigitStrokes strokes = DigitStrokes.of(HandwrittenDigits.image(value, index));
    double radius = writer.pen().widthMm() / 2 / heightMm;
    double slant = writer.slant() + 0.04 * chance.gauss();
    double turn = 0.05 * chance.gauss();
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    Ink ink = writer.pen().ink().pressed(1 + PRESSURE_SPREAD * chance.gauss());
    double reach = 0.75 * heightMm;
    InkExtent extent = new InkExtent(x, y);
    sheet.paint(
        new RectMm(x - reach, y - reach, 2 * reach, 2 * reach),
        (px, py) -> {
          double dx = (px - x) / heightMm;
          double dy = (py - y) / heightMm;
          double u = cos * dx + sin * dy;
          double v = cos * dy - sin * dx;
          double depth = strokes.depth(u + slant * v, v, radius) * heightMm;
          if (depth > 0) {
            extent.add(px, py);
          }
          return depth;
        },
        ink);
    return extent.area();
  }

  /** The room that a letter takes, mm. */
  double advance(char letter, double size) {
    return font(letter)
            .createGlyphVector(OUTLINES, new char[] {letter})
            .getGlyphMetrics(0)
            .getAdvanceX()
        * size;
  }

  /** The room that words take, mm. */
  double width(String words, double size) {
    return words.chars().mapToDouble(letter -> advance((char) letter, size)).sum();
  }

  private Font font(char letter) {
    if (letter == '0' && writer.script() == Script.SETO) {
      return Script.KLEE.font(); // Seto's zero is crossed, as few people write it.
    }
    Font own = writer.script().font();
    return own.canDisplay(letter) ? own : Script.KLEE.font();
  }

  /** A turn by an angle in radians, the same to the last bit on every machine. */
  static AffineTransform turned(double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new AffineTransform(cos, sin, -sin, cos, 0, 0);
  }

  /** The outline of a letter of size 1, bent smoothly. */
  private Shape bent(Shape outline) {
    double reach = BEND * writer.jitter();
    Wave acrossX = new Wave(chance, 0.7, 2);
    Wave downX = new Wave(chance, 0.7, 2);
    Wave acrossY = new Wave(chance, 0.7, 2);
    Wave downY = new Wave(chance, 0.7, 2);
    Path2D.Double bent = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double[] c = new double[6];
    double[] last = new double[2];
    double[] first = new double[2];
    for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      if (kind == PathIterator.SEG_CLOSE) {
        bent.closePath();
        System.arraycopy(first, 0, last, 0, 2);
        continue;
      }
      if (kind == PathIterator.SEG_MOVETO) {
        System.arraycopy(c, 0, first, 0, 2);
      }
      int points = kind == PathIterator.SEG_CUBICTO ? 3 : kind == PathIterator.SEG_QUADTO ? 2 : 1;
      double[] end = {c[2 * points - 2], c[2 * points - 1]};
      double[] straight = {c[0], c[1]};
      for (int k = 0; k < 2 * points; k += 2) {
        double x = c[k];
        double y = c[k + 1];
        c[k] = x + reach * (acrossX.at(x) + downX.at(y));
        c[k + 1] = y + reach * (acrossY.at(x) + downY.at(y));
      }
      switch (kind) {
        case PathIterator.SEG_MOVETO -> bent.moveTo(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> bent.quadTo(c[0], c[1], c[2], c[3]);
        case PathIterator.SEG_CUBICTO -> bent.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        default -> {
          for (int piece = 1; piece <= PIECES; piece++) {
            double t = piece / (double) PIECES;
            double x = last[0] + t * (straight[0] - last[0]);
            double y = last[1] + t * (straight[1] - last[1]);
            bent.lineTo(
                x + reach * (acrossX.at(x) + downX.at(y)),
                y + reach * (acrossY.at(x) + downY.at(y)));
          }
        }
      }
      last = end;
    }
    return bent;
  }

  /** Strokes as wide as this pen's, as far as the face allows, and uneven. */
  private Mask.Weight weight(double size) {
    double pxPerMm = sheet.pxPerMm();
    double outwardsMm = (writer.pen().widthMm() - writer.script().strokeShare() * size) / 2;
    double unevenPx = UNEVEN_MM * writer.jitter() * pxPerMm;
    Wave across = new Wave(chance, 0.8 * pxPerMm, 3 * pxPerMm);
    Wave down = new Wave(chance, 0.8 * pxPerMm, 3 * pxPerMm);
    double[] waveAcross = new double[SIZE_PX];
    double[] waveDown = new double[SIZE_PX];
    for (int i = 0; i < SIZE_PX; i++) {
      waveAcross[i] = across.at(i);
      waveDown[i] = down.at(i);
    }
    return (x, y) ->
        Mask.Weight.levelFor(
            outwardsMm * pxPerMm
                + unevenPx * (waveAcross[x % SIZE_PX] + waveDown[y % SIZE_PX]) / 2);
  }

  /** Letters are smaller than this many sheet pixels; larger ones repeat their unevenness. */
  private static final int SIZE_PX = 192;
}
