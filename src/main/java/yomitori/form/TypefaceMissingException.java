package yomitori.form;

/** The typeface that blanks are printed in is not installed. */
public final class TypefaceMissingException extends RuntimeException {

  TypefaceMissingException(String... files) {
    super(
        String.join(" and ", files)
            + " not found: install the package fonts-morisawa-bizud-gothic (Debian, Ubuntu), or"
            + " put the BIZ UDPGothic files into a folder and name it in "
            + InstalledFonts.FOLDER_SETTING);
  }
}
