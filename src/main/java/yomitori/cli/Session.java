package yomitori.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a command runs and whom it talks to.
 *
 * @param home the folder of the program's own {@code forms} and {@code testdata}
 * @param out results
 * @param err progress, warnings and failures
 * @param terminal whether a person watches {@code err} as it is written
 * @param messages the language
 * @param rooms the parts that read
 */
record Session(
    Path home, PrintWriter out, PrintWriter err, boolean terminal, Messages messages, Rooms rooms) {

  void say(String key, Object... arguments) {
    out.println(messages.text(key, arguments));
    out.flush();
  }

  void warn(String key, Object... arguments) {
    err.println(messages.text(key, arguments));
    err.flush();
  }
}
