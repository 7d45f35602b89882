package yomitori.simulate.hand;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/** Writes words and digits into places of a sheet in a person's hand. */
final class Lettering {

  /** Height of Japanese letters on a ruled line where there is room, mm. */
  private static final double LARGEST_MM = 5.6;

  /** Letters smaller than this are not written: the words go on below or over the edge. */
  private static final double SMALLEST_MM = 2.3;

  /** A line's share that letters take. */
  private static final double LINE_SHARE = 0.78;

  /** Where the baseline lies above the foot of a line, in letters' heights. */
  private static final double FOOT = 0.18;

  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  private final Sheet sheet;
  private final Writer writer;
  private final Chance chance;

  Lettering(Sheet sheet, Writer writer, Chance chance) {
    this.sheet = sheet;
    this.writer = writer;
    this.chance = chance;
  }

  /** Writes into an area of one or more lines, as large as fits. */
  void text(String words, RectMm area, int lines) {
    double size = Math.min(LARGEST_MM, area.h() / lines * LINE_SHARE) * writer.size();
    double room = area.w() * 0.94;
    while (size > SMALLEST_MM && wrap(words, size, room).size() > lines) {
      size *= 0.94;
    }
    double pitch = area.h() / lines;
    List<String> rows = wrap(words, size, room);
    if (rows.size() > lines) {
      pitch = Math.min(pitch, area.h() / rows.size());
      size = Math.min(size, pitch);
    }
    double spare = Math.max(0, room - width(rows.get(0), size));
    double left = area.x() + area.w() * 0.03 + spare * chance.between(0, 0.3);
    double lift = rows.size() < lines ? 0 : (lines - rows.size()) * pitch;
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), left, area.y() + lift + (i + 1) * pitch - size * FOOT, size);
    }
  }

  /** Writes a number with its right end near the right edge of the area. */
  void number(String digits, RectMm area) {
    double size = Math.min(LARGEST_MM, area.h() * LINE_SHARE) * writer.size();
    size = Math.min(size, size * area.w() * 0.9 / width(digits, size));
    double spare = area.w() - width(digits, size);
    row(digits, area.x() + spare * chance.between(0.3, 0.85), area.bottom() - size * FOOT, size);
  }

  /** Writes one digit into the middle of a box, about as well as people do. */
  void digit(char digit, RectMm cell) {
    double size = Math.min(cell.h() * 0.95, cell.w() * 1.35) * writer.size();
    Shape glyph = glyph(digit, size);
    Rectangle2D bounds = glyph.getBounds2D();
    double miss = writer.jitter() * 0.05;
    double x = cell.centre().x() + cell.w() * miss * chance.gauss() - bounds.getCenterX();
    double y = cell.centre().y() + cell.h() * miss * chance.gauss() - bounds.getCenterY();
    sheet.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(glyph), ink());
  }

  private void row(String words, double x, double baseline, double size) {
    double at = x;
    double drift = writer.jitter() * 0.012 * chance.gauss();
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      double lift = writer.jitter() * size * 0.035 * chance.gauss() + drift * (at - x);
      Shape glyph = glyph(letter, size);
      sheet.fill(
          AffineTransform.getTranslateInstance(at, baseline + lift).createTransformedShape(glyph),
          ink());
      at += advance(letter, size) * (1 + writer.jitter() * 0.03 * chance.gauss());
    }
  }

  private Shape glyph(char letter, double size) {
    double own = size * (1 + writer.jitter() * 0.06 * chance.gauss());
    GlyphVector vector = font(letter).createGlyphVector(OUTLINES, new char[] {letter});
    AffineTransform shape = AffineTransform.getScaleInstance(own, own);
    shape.shear(-writer.slant() - writer.jitter() * 0.04 * chance.gauss(), 0);
    shape.rotate(writer.jitter() * 0.03 * chance.gauss());
    return shape.createTransformedShape(vector.getOutline());
  }

  private Font font(char letter) {
    if (letter == '0' && writer.script() == Script.SETO) {
      return Script.KLEE.font(); // Seto's zero is crossed, as few people write it.
    }
    Font own = writer.script().font();
    return own.canDisplay(letter) ? own : Script.KLEE.font();
  }

  private double advance(char letter, double size) {
    return font(letter)
            .createGlyphVector(OUTLINES, new char[] {letter})
            .getGlyphMetrics(0)
            .getAdvanceX()
        * size;
  }

  private double width(String words, double size) {
    return words.chars().mapToDouble(letter -> advance((char) letter, size)).sum();
  }

  private List<String> wrap(String words, double size, double room) {
    List<String> rows = new ArrayList<>();
    int from = 0;
    double used = 0;
    for (int i = 0; i < words.length(); i++) {
      double step = advance(words.charAt(i), size);
      if (used + step > room && i > from) {
        rows.add(words.substring(from, i));
        from = i;
        used = 0;
      }
      used += step;
    }
    rows.add(words.substring(from));
    return rows;
  }

  private Ink ink() {
    return writer.script() == Script.PRINT ? TONER : writer.pen().ink();
  }

  private static final Ink TONER = new Ink(240, 0);
}
