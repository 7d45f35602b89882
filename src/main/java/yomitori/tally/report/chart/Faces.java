package yomitori.tally.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yomitori.form.Typeface;

/** The typeface of the charts, measured the same on every machine that has it. */
public final class Faces {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final String REPLACEMENT = "〓";

  /** What a line does not begin with (JIS X 4051, the usual ones). */
  private static final String NOT_FIRST = "、。，．・：；？！）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％";

  private final Typeface typeface;
  private final Font regular;
  private final Font bold;

  /**
   * Opens a typeface.
   *
   * @throws IOException if a file is no font
   */
  public Faces(Typeface typeface) throws IOException {
    this.typeface = typeface;
    this.regular = open(typeface.regular());
    this.bold = open(typeface.bold());
  }

  private static Font open(Path file) throws IOException {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (FontFormatException e) {
      throw new IOException(file + " is no font", e);
    }
  }

  /** The files. */
  public Typeface typeface() {
    return typeface;
  }

  /** The face of a type, in its size. */
  public Font font(Type type) {
    return (type.bold() ? bold : regular).deriveFont((float) type.size());
  }

  /** A text with what the face has not replaced, and without control characters. */
  public String writable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                out.append(' ');
              } else if (regular.canDisplay(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(REPLACEMENT);
              }
            });
    return out.toString();
  }

  /** How wide a text is, in points. */
  public double width(String text, Type type) {
    return font(type).getStringBounds(text, EXACT).getWidth();
  }

  /**
   * Lines of a text that are not wider than a width. Japanese breaks between any two characters but
   * before those that no line begins with.
   */
  public List<String> wrapped(String text, Type type, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c : writable(text).codePoints().toArray()) {
      String next = Character.toString(c);
      boolean full = !line.isEmpty() && width(line + next, type) > width;
      if (full && NOT_FIRST.indexOf(c) < 0) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(next);
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
