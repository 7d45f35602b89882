package yomitori.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The blank's typeface, BIZ UDPGothic (Morisawa, SIL Open Font License 1.1): made to stay legible
 * when printed small and badly, and free to embed.
 *
 * @param regular the file of the regular face
 * @param bold the file of the bold one
 */
public record Typeface(Path regular, Path bold) {

  /** The environment variable that names a folder to look in before all others. */
  public static final String FOLDER_SETTING = "YOMITORI_FONT_DIR";

  private static final String REGULAR_FILE = "BIZUDPGothic-Regular.ttf";
  private static final String BOLD_FILE = "BIZUDPGothic-Bold.ttf";

  /** Font folders hold families in folders, and those styles or formats, rarely more. */
  private static final int DEPTH = 4;

  /**
   * Finds the typeface where this machine keeps its fonts.
   *
   * @throws TypefaceMissingException if it is not there
   */
  public static Typeface installed() {
    return in(folders(System.getenv(), Path.of(System.getProperty("user.home"))));
  }

  /**
   * Finds the typeface in the first of some folders, or in their sub-folders, that has both faces.
   *
   * @throws TypefaceMissingException if none has
   */
  public static Typeface in(List<Path> folders) {
    for (Path folder : folders) {
      Optional<Path> regular = find(folder, REGULAR_FILE);
      Optional<Path> bold = find(folder, BOLD_FILE);
      if (regular.isPresent() && bold.isPresent()) {
        return new Typeface(regular.get(), bold.get());
      }
    }
    throw new TypefaceMissingException(REGULAR_FILE, BOLD_FILE);
  }

  /** Where Linux, macOS and Windows keep fonts, the folder set by hand first. */
  static List<Path> folders(Map<String, String> environment, Path home) {
    List<Path> folders = new ArrayList<>();
    add(folders, environment.get(FOLDER_SETTING), "");
    folders.add(Path.of("/usr/share/fonts/truetype/bizud-gothic"));
    folders.add(Path.of("/usr/share/fonts"));
    folders.add(Path.of("/usr/local/share/fonts"));
    folders.add(home.resolve(".local/share/fonts"));
    folders.add(home.resolve(".fonts"));
    folders.add(home.resolve("Library/Fonts"));
    folders.add(Path.of("/Library/Fonts"));
    add(folders, environment.get("LOCALAPPDATA"), "Microsoft/Windows/Fonts");
    add(folders, environment.get("WINDIR"), "Fonts");
    return folders;
  }

  private static void add(List<Path> folders, String root, String below) {
    if (root != null && !root.isBlank()) {
      folders.add(Path.of(root).resolve(below));
    }
  }

  private static Optional<Path> find(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files =
        Files.find(
            folder, DEPTH, (file, attributes) -> file.getFileName().toString().equals(name))) {
      return files.sorted().findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // A folder that may not be read holds no font for us.
    }
  }
}
