package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the whole process holds, native libraries included, where the system tells it. */
final class ResidentMemory {

  private static final Path LINUX_PROCESSES = Path.of("/proc");
  private static final long KB = 1024;

  private ResidentMemory() {}

  /** The most this process has held so far; empty on systems other than Linux. */
  static OptionalLong peakBytes() {
    return peakBytes("self");
  }

  /** The same of another process; empty too when it has ended. */
  static OptionalLong peakBytes(long pid) {
    return peakBytes(Long.toString(pid));
  }

  private static OptionalLong peakBytes(String process) {
    try {
      return Files.readAllLines(LINUX_PROCESSES.resolve(process).resolve("status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KB)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
