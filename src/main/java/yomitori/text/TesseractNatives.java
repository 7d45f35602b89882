package yomitori.text;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.tess4j.TessAPI;
import yomitori.natives.Machine;
import yomitori.natives.NativeCache;

/**
 * Loads Tesseract from the native libraries on the class path, so that none needs to be installed.
 *
 * <p>Tess4J's binding loads a library called {@code tesseract} through JNA. On Linux and macOS the
 * libraries of {@code org.bytedeco:tesseract} and {@code org.bytedeco:leptonica} are put side by
 * side into the cache under the names that JNA and Tesseract itself look for; on Windows Tess4J
 * brings its own. The Linux and macOS builds have no OpenMP, so one recognition uses one core.
 */
final class TesseractNatives {

  /** The versions in pom.xml; a new version gets a new cache folder. */
  private static final String VERSION = "tesseract-5.5.2-leptonica-1.87.0";

  private static final String JNA_PATH = "jna.library.path";

  private TesseractNatives() {}

  /** A library: where it lies on the class path, and the name that its user looks for. */
  private record Library(String resource, String name) {}

  /**
   * The binding, loaded on the first call.
   *
   * @throws MissingEngineException if the libraries are not on the class path or do not load
   */
  static synchronized TessAPI load(NativeCache cache) {
    Path folder = cache.natives(VERSION + "-" + platform());
    if (!Platform.isWindows()) {
      for (Library library : libraries()) {
        Path place = folder.resolve(library.name());
        if (Extraction.of(cache, library.resource(), place).isEmpty()) {
          throw new MissingEngineException(null, "natives.missing", library.resource(), platform());
        }
      }
    }
    try {
      if (!Platform.isWindows()) {
        prependJnaPath(folder);
        // Loaded first, so that it is there by its own name when Tesseract asks for it.
        NativeLibrary.getInstance(folder.resolve(libraries().get(0).name()).toString());
      }
      return TessAPI.INSTANCE;
    } catch (LinkageError e) {
      throw new MissingEngineException(
          e, "natives.unloadable", folder.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static void prependJnaPath(Path folder) {
    String before = System.getProperty(JNA_PATH, "");
    if (!List.of(before.split(File.pathSeparator, -1)).contains(folder.toString())) {
      System.setProperty(
          JNA_PATH, before.isEmpty() ? folder.toString() : folder + File.pathSeparator + before);
    }
  }

  private static List<Library> libraries() {
    String leptonica = Platform.isMac() ? "libleptonica.6.dylib" : "libleptonica.so.6";
    String tesseract = Platform.isMac() ? "libtesseract.5.5.dylib" : "libtesseract.so.5.5";
    return List.of(
        new Library("org/bytedeco/leptonica/" + platform() + "/" + leptonica, leptonica),
        new Library(
            "org/bytedeco/tesseract/" + platform() + "/" + tesseract,
            System.mapLibraryName("tesseract")));
  }

  /** The platform as the libraries' jars name it: {@code linux-x86_64}, {@code macosx-arm64} … */
  private static String platform() {
    Machine machine = Machine.current();
    String os =
        switch (machine.system()) {
          case LINUX -> "linux";
          case MAC -> "macosx";
          case WINDOWS -> "windows";
        };
    return os + "-" + (machine.arm() ? "arm64" : "x86_64");
  }
}
