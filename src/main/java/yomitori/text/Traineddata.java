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

  /** English, for digits: the Japanese data gives circled digits. */
  static final String ENGLISH = "eng";

  /** Where Debian's and Ubuntu's packages put the data of Tesseract 5. */
  private static final Path DEBIAN = Path.of("/usr/share/tesseract-ocr/5/tessdata");

  private final NativeCache cache;
  private final List<Path> folders;

  Traineddata(NativeCache cache, List<Path> folders) {
    this.cache = cache;
    this.folders = List.copyOf(folders);
  }

  /** The folder that is set, then the cache's {@code tessdata}, then the system's. */
  static Traineddata standard(NativeCache cache) {
    String set = System.getProperty(SETTING, System.getenv(SETTING));
    Stream<Path> first = set == null || set.isBlank() ? Stream.empty() : Stream.of(Path.of(set));
    return new Traineddata(
        cache, Stream.concat(first, Stream.of(tessdata(cache), DEBIAN)).toList());
  }

  /**
   * The folder that holds the language's data. English is part of the program and is put into the
   * cache where no folder has it.
   *
   * @throws MissingEngineException if there is none
   */
  Path folder(String language) {
    String file = language + ".traineddata";
    return folders.stream()
        .filter(folder -> Files.isRegularFile(folder.resolve(file)))
        .findFirst()
        .or(
            () ->
                Extraction.of(cache, "tessdata/" + file, tessdata(cache).resolve(file))
                    .map(Path::getParent))
        .orElseThrow(
            () ->
                new MissingEngineException(
                    null,
                    "traineddata.missing",
                    language,
                    folders.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    packageName(language)));
  }

  private static Path tessdata(NativeCache cache) {
    return cache.root().resolve("tessdata");
  }

  static String packageName(String language) {
    return "tesseract-ocr-" + language;
  }
}
