package yomitori.form;

import java.nio.file.Path;
import java.util.List;

/**
 * The blank's typeface, BIZ UDPGothic (Morisawa, SIL Open Font License 1.1): made to stay legible
 * when printed small and badly, and free to embed.
 *
 * @param regular the file of the regular face
 * @param bold the file of the bold one
 */
public record Typeface(Path regular, Path bold) {

  private static final String REGULAR_FILE = "BIZUDPGothic-Regular.ttf";
  private static final String BOLD_FILE = "BIZUDPGothic-Bold.ttf";

  /**
   * Finds the typeface where this machine keeps its fonts.
   *
   * @throws TypefaceMissingException if it is not there
   */
  public static Typeface installed() {
    return in(InstalledFonts.here());
  }

  /**
   * Finds the typeface in the first folder that has both faces.
   *
   * @throws TypefaceMissingException if none has
   */
  public static Typeface in(InstalledFonts fonts) {
    return fonts
        .findTogether(List.of(REGULAR_FILE, BOLD_FILE))
        .map(files -> new Typeface(files.get(0), files.get(1)))
        .orElseThrow(() -> new TypefaceMissingException(REGULAR_FILE, BOLD_FILE));
  }
}
