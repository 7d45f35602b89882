package yomitori.record;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static final int FOLDER_DEPTH = 4;

  private static final class Holder {
    static final Optional<Font> FONT = find(folders());
  }

  private OverlayFont() {}

  /** The font, looked for once. */
  static Optional<Font> get() {
    return Holder.FONT;
  }

  private static List<Path> folders() {
    Path home = Path.of(System.getProperty("user.home", ""));
    return List.of(
        Path.of("/usr/share/fonts"),
        Path.of("/usr/local/share/fonts"),
        home.resolve(".local/share/fonts"),
        home.resolve(".fonts"),
        Path.of("/System/Library/Fonts"),
        Path.of("/Library/Fonts"),
        Path.of("C:\\Windows\\Fonts"));
  }

  static Optional<Font> find(List<Path> folders) {
    for (String name : FILES) {
      for (Path folder : folders) {
        Optional<Font> font = fontIn(folder, name);
        if (font.isPresent()) {
          return font;
        }
      }
    }
    return usable(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
  }

  private static Optional<Font> fontIn(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files =
        Files.find(folder, FOLDER_DEPTH, (file, a) -> file.endsWith(name) && a.isRegularFile())) {
      Optional<Path> file = files.findFirst();
      return file.isEmpty() ? Optional.empty() : load(file.get());
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
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
