package yomitori.desk;

import java.util.Optional;

/** Names of files that come from strangers: what of them could lead anywhere else is left out. */
public final class FileName {

  /** UTF-16 units: at most 180 bytes, where disks take 255. */
  private static final int LENGTH = 60;

  /** Never in the name of a file or folder on Windows, where a share may be looked at from. */
  private static final String NOT_ALLOWED = "[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]";

  private FileName() {}

  /** One step of a path, not hidden, its end kept; nothing if nothing is left of it. */
  public static Optional<String> harmless(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String kept = last.replaceAll(NOT_ALLOWED, "");
    // The end of a name tells its kind.
    String end = kept.substring(Math.max(0, kept.length() - LENGTH));
    String shortened = end.replaceAll("\\p{Cs}", "").strip().replaceAll("^[. ]+|[. ]+$", "");
    return shortened.isEmpty() ? Optional.empty() : Optional.of(shortened);
  }
}
