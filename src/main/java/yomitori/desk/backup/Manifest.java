package yomitori.desk.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a backup holds: the SHA-256 of each file by its path below the data folder, in the form of
 * {@code sha256sum}. It is the last to be written, so half a backup has none.
 */
final class Manifest {

  /** Its name in the backup. */
  static final String NAME = "SHA256SUMS";

  private static final int HASH_LENGTH = 64;
  private static final String BETWEEN = "  ";

  private final Map<String, String> hashes = new LinkedHashMap<>();

  void add(String path, String sha256) {
    hashes.put(path, sha256);
  }

  Map<String, String> hashes() {
    return hashes;
  }

  /** Line breaks in names are written as sha256sum does, with a backslash in front of the line. */
  String text() {
    return hashes.entrySet().stream()
        .map(file -> line(file.getValue(), file.getKey()))
        .collect(Collectors.joining());
  }

  private static String line(String hash, String path) {
    String escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (escaped.equals(path) ? "" : "\\") + hash + BETWEEN + escaped + "\n";
  }

  /** What {@link #text} gave; lines of any other form are passed over. */
  static Manifest parse(String text) {
    Manifest manifest = new Manifest();
    for (String line : text.split("\n", -1)) {
      boolean escaped = line.startsWith("\\");
      String plain = escaped ? line.substring(1) : line;
      int begin = HASH_LENGTH + BETWEEN.length();
      if (plain.length() > begin) {
        String path = plain.substring(begin);
        manifest.add(escaped ? unescaped(path) : path, plain.substring(0, HASH_LENGTH));
      }
    }
    return manifest;
  }

  private static String unescaped(String path) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' && i + 1 < path.length()) {
        i++;
        c =
            switch (path.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> path.charAt(i);
            };
      }
      text.append(c);
    }
    return text.toString();
  }
}
