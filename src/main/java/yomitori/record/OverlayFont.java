package yomitori.record;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yomitori.form.InstalledFonts;

/**
 * A font for the words on overlays: the first of some well-known Japanese ones that is installed,
 * else the platform's own, else none. Machines without any font, or without the libraries that draw
 * them, get overlays without words.
 */
final class OverlayFont {

  /** From the most legible at small sizes; the last has no Japanese but is nearly everywhere. */
  private static final List<String> FILES =
      List.of(
          "BIZUDPGothic-Regular.ttf",
          "BIZUDGothic-Regular.ttf",
          "NotoSansCJK-Regular.ttc",
          "ipaexg.ttf",
          "YuGothM.ttc",
          "ヒラギノ角ゴシック W3.ttc",
          "DejaVuSans.ttf");

  private static final class Holder {
    static final Optional<Font> FONT = find(InstalledFonts.here());
  }

  private OverlayFont() {}

  /** The font, looked for once. */
  static Optional<Font> get() {
    return Holder.FONT;
  }

  static Optional<Font> find(InstalledFonts fonts) {
    return FILES.stream()
        .map(fonts::find)
        .flatMap(Optional::stream)
        .map(OverlayFont::load)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> usable(new Font(Font.SANS_SERIF, Font.PLAIN, 1)));
  }

  private static Optional<Font> load(Path file) {
    try {
      return usable(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
    } catch (IOException | FontFormatException | RuntimeException | LinkageError e) {
      return Optional.empty();
    } catch (InternalError e) {
      return Optional.empty(); // how the JDK says that it has no font configuration at all
    }
  }

  /** The font where the platform can really draw with it: some fail only when asked to. */
  private static Optional<Font> usable(Font font) {
    try {
      var context = new java.awt.font.FontRenderContext(null, true, true);
      font.deriveFont(12f).createGlyphVector(context, "?").getOutline();
      return Optional.of(font);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Optional.empty();
    }
  }
}
