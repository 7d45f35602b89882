package yomitori.simulate.hand;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A way of writing letters: three handwriting-like typefaces, and print. All free (OFL). */
public enum Script {
  /** Neat pen writing. */
  KLEE("KleeOne-Regular.ttf", "fonts-klee"),
  /** Quick, uneven writing. */
  SETO("setofont.ttf", "fonts-seto"),
  /** A broad marker. */
  YUSEI("YuseiMagic-Regular.ttf", "fonts-yusei-magic"),
  /** Typed: an institution that fills the form in on a computer, or stamps its name. */
  PRINT("BIZUDPGothic-Regular.ttf", "fonts-morisawa-bizud-gothic"),
  /** The even-spaced type that a fax machine writes its header line with. */
  MACHINE("BIZUDGothic-Regular.ttf", "fonts-morisawa-bizud-gothic");

  private static final int FOLDER_DEPTH = 6;
  private static final Map<Script, Font> LOADED = new ConcurrentHashMap<>();

  private final String fileName;
  private final String debian;

  Script(String fileName, String debian) {
    this.fileName = fileName;
    this.debian = debian;
  }

  /** The typeface's file. */
  public String fileName() {
    return fileName;
  }

  /** The Debian package that installs it. */
  public String debian() {
    return debian;
  }

  /**
   * The typeface at 1 unit, found by its file's name in the font folders of Linux, macOS and
   * Windows.
   *
   * @throws MissingFontException if it is in none of them
   */
  public Font font() {
    return LOADED.computeIfAbsent(this, Script::load);
  }

  private static Font load(Script script) {
    Path file =
        folders()
            .map(folder -> find(folder, script.fileName))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new MissingFontException(script));
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(1f);
    } catch (FontFormatException e) {
      throw new IllegalStateException("not a typeface: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> folders() {
    String home = System.getProperty("user.home");
    return List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(home, ".local/share/fonts"),
            Path.of(home, ".fonts"),
            Path.of("/Library/Fonts"),
            Path.of(home, "Library/Fonts"),
            Path.of("C:/Windows/Fonts"))
        .stream()
        .filter(Files::isDirectory);
  }

  private static Optional<Path> find(Path folder, String fileName) {
    try (Stream<Path> files =
        Files.find(folder, FOLDER_DEPTH, (path, a) -> path.endsWith(fileName))) {
      return files.sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
