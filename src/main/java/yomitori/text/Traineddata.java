package yomitori.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.natives.NativeCache;

/** Finds the engine's trained data for a language. */
final class Traineddata {

  /** System property and environment variable that name a folder to look in first. */
  static final String SETTING = "YOMITORI_TESSDATA";

  /** Japanese, for names and free text. */
  static final String JAPANESE = "jpn";

  /** Where Debian's and Ubuntu's packages put the data of Tesseract 5. */
  private static final Path DEBIAN = Path.of("/usr/share/tesseract-ocr/5/tessdata");

  private final List<Path> folders;

  Traineddata(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** The folder that is set, then the cache's {@code tessdata}, then the system's. */
  static Traineddata standard(NativeCache cache) {
    String set = System.getProperty(SETTING, System.getenv(SETTING));
    Stream<Path> first = set == null || set.isBlank() ? Stream.empty() : Stream.of(Path.of(set));
    Path cached = cache.root().resolve("tessdata");
    return new Traineddata(Stream.concat(first, Stream.of(cached, DEBIAN)).toList());
  }

  /**
   * The folder that holds the language's data.
   *
   * @throws MissingEngineException if there is none
   */
  Path folder(String language) {
    String file = language + ".traineddata";
    return folders.stream()
        .filter(folder -> Files.isRegularFile(folder.resolve(file)))
        .findFirst()
        .orElseThrow(
            () ->
                new MissingEngineException(
                    null,
                    "traineddata.missing",
                    language,
                    folders.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    packageName(language)));
  }

  static String packageName(String language) {
    return "tesseract-ocr-" + language;
  }
}
