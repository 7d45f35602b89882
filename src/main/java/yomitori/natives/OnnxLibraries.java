package yomitori.natives;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Unpacks ONNX Runtime's native libraries once for each machine into the {@link NativeCache}, so
 * that it does not do so anew, into a temporary folder, at every start.
 */
public final class OnnxLibraries {

  /** Where ONNX Runtime looks for its libraries before it unpacks its own. */
  private static final String PATH_PROPERTY = "onnxruntime.native.path";

  private OnnxLibraries() {}

  /**
   * Makes ONNX Runtime load the unpacked libraries; must be called before its first use. Where its
   * jar has none for this machine nothing is done, and ONNX Runtime says so itself.
   *
   * @param loader sees ONNX Runtime's jar
   * @param version of that jar: each has a folder of its own in the cache
   * @throws UncheckedIOException if they cannot be unpacked
   */
  public static synchronized void unpack(ClassLoader loader, String version) {
    if (System.getProperty(PATH_PROPERTY) != null) {
      return;
    }
    Machine machine = Machine.current();
    Path folder = NativeCache.standard().natives("onnxruntime-" + version).toAbsolutePath();
    boolean all = true;
    for (String name : names(machine.system())) {
      String resource = "ai/onnxruntime/native/" + folder(machine) + "/" + name;
      all &= NativeCache.standard().extract(loader, resource, folder.resolve(name)).isPresent();
    }
    if (all) {
      System.setProperty(PATH_PROPERTY, folder.toString());
    }
  }

  private static String folder(Machine machine) {
    String arch = machine.arm() ? "aarch64" : "x64";
    return switch (machine.system()) {
      case LINUX -> "linux-" + arch;
      case MAC -> "osx-" + arch;
      case WINDOWS -> "win-" + arch;
    };
  }

  private static List<String> names(Machine.OperatingSystem system) {
    return switch (system) {
      case LINUX -> List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");
      case MAC -> List.of("libonnxruntime.dylib", "libonnxruntime4j_jni.dylib");
      case WINDOWS -> List.of("onnxruntime.dll", "onnxruntime4j_jni.dll");
    };
  }
}
