package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the whole process holds, native libraries included, where the system tells it. */
final class ResidentMemory {

  private static final Path LINUX_STATUS = Path.of("/proc/self/status");
  private static final long KB = 1024;

  private ResidentMemory() {}

  /** The most the process has held so far; empty on systems other than Linux. */
  static OptionalLong peakBytes() {
    try {
      return Files.readAllLines(LINUX_STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KB)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
