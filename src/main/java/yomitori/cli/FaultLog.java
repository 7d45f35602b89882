package yomitori.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Where the program's own faults are written down for its makers; made on the first of them. */
final class FaultLog {

  static final String NAME = "yomitori.log";

  private final Path file;

  FaultLog(Path folder) {
    this.file = folder.resolve(NAME);
  }

  Path file() {
    return file;
  }

  /** Appends a fault; a log that cannot be written must not end the run. */
  void write(String where, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    String entry = Instant.now() + " " + where + System.lineSeparator() + trace;
    try {
      Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The page stands in failed.csv with its cause's name all the same.
    }
  }
}
