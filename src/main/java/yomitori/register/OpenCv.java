package yomitori.register;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.opencv.core.Core;
import yomitori.natives.Machine;
import yomitori.natives.NativeCache;

/**
 * Loads the native OpenCV that comes inside its jar, once for each process. It is unpacked once for
 * each machine, into the {@link NativeCache}, and loaded from there.
 */
public final class OpenCv {

  private static boolean loaded;

  private OpenCv() {}

  /**
   * Makes OpenCV's classes usable; does nothing once it has.
   *
   * @throws UnsupportedOperationException if the jar holds no library for this machine
   * @throws UnsatisfiedLinkError if the library cannot be loaded on it
   * @throws UncheckedIOException if it cannot be unpacked
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    System.load(unpack(NativeCache.standard(), resource(Machine.current())).toString());
    // Pages are read side by side, one to a core; threads inside one page would only compete.
    Core.setNumThreads(1);
    loaded = true;
  }

  private static String resource(Machine machine) {
    String arch = machine.arm() ? "ARMv8" : "x86_64";
    return "nu/pattern/opencv/"
        + switch (machine.system()) {
          case LINUX -> "linux/" + arch + "/libopencv_java490.so";
          case MAC -> "osx/" + arch + "/libopencv_java490.dylib";
          case WINDOWS -> "windows/x86_64/opencv_java490.dll";
        };
  }

  private static Path unpack(NativeCache cache, String resource) {
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    Path library = cache.natives("opencv-" + Core.VERSION).resolve(name).toAbsolutePath();
    return cache
        .extract(Core.class.getClassLoader(), resource, library)
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    "OpenCV's jar has no library for this machine: " + resource));
  }
}
