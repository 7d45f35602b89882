package yomitori.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.opencv.core.Core;

/**
 * Loads the native OpenCV that comes inside its jar, once for each process. It is unpacked once for
 * each machine, into the folder named by the environment variable {@code YOMITORI_CACHE} or else
 * {@code ~/.cache/yomitori}, and loaded from there.
 */
public final class OpenCv {

  private OpenCv() {}

  /**
   * Makes OpenCV's classes usable; does nothing from the second call on.
   *
   * @throws UnsupportedOperationException if the jar holds no library for this machine, or the
   *     library cannot be loaded on it
   * @throws UncheckedIOException if it cannot be unpacked
   */
  public static void load() {
    // The holder's initialisation is the once-only guard.
    if (!Holder.LOADED) {
      throw new IllegalStateException("OpenCV's loader did not run");
    }
  }

  private static final class Holder {
    static final boolean LOADED = loadNative();
  }

  private static boolean loadNative() {
    String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      System.load(unpack(resource).toString());
    } catch (UnsatisfiedLinkError e) {
      throw new UnsupportedOperationException(
          "OpenCV's native library cannot be loaded: " + e.getMessage(), e);
    }
    // Pages are read side by side, one to a core; threads inside one page would only compete.
    Core.setNumThreads(1);
    return true;
  }

  private static String resource(String osName, String arch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    if (os.startsWith("linux")) {
      return "/nu/pattern/opencv/linux/" + (arm ? "ARMv8" : "x86_64") + "/libopencv_java490.so";
    }
    if (os.startsWith("mac")) {
      return "/nu/pattern/opencv/osx/" + (arm ? "ARMv8" : "x86_64") + "/libopencv_java490.dylib";
    }
    return "/nu/pattern/opencv/windows/x86_64/opencv_java490.dll";
  }

  private static Path unpack(String resource) {
    try {
      Path folder = cacheFolder().resolve("natives").resolve("opencv-" + Core.VERSION);
      Path library = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
      Files.createDirectories(folder);
      try (InputStream in = Core.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new UnsupportedOperationException(
              "OpenCV's jar has no library for this machine: " + resource);
        }
        if (Files.isRegularFile(library)) {
          return library;
        }
        Path partial = Files.createTempFile(folder, "unpacking", ".part");
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        return moveInPlace(partial, library);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("OpenCV's native library cannot be unpacked", e);
    }
  }

  private static Path moveInPlace(Path partial, Path library) throws IOException {
    try {
      return Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(partial, library, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path cacheFolder() {
    String named = System.getenv("YOMITORI_CACHE");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "yomitori")
        : Path.of(named);
  }
}
