package yomitori.natives;

import java.util.Locale;

/**
 * The kind of machine that native libraries are chosen for.
 *
 * @param system the operating system
 * @param arm whether its processor is a 64-bit ARM, else a 64-bit x86
 */
public record Machine(OperatingSystem system, boolean arm) {

  /** Operating systems; every other than these three is taken for Linux. */
  public enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS
  }

  /** The machine that this runs on. */
  public static Machine current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * @param osName as the system property {@code os.name} has it
   * @param osArch as the system property {@code os.arch} has it
   */
  static Machine of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    OperatingSystem system =
        os.startsWith("mac")
            ? OperatingSystem.MAC
            : os.startsWith("windows") ? OperatingSystem.WINDOWS : OperatingSystem.LINUX;
    String arch = osArch.toLowerCase(Locale.ROOT);
    return new Machine(system, arch.equals("aarch64") || arch.equals("arm64"));
  }
}
