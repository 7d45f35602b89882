package yomitori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which version of the sources the program was built from, as Git tells it. It is that of the last
 * commit that touched the code or the forms, so a commit that only adds results does not change it.
 */
final class SourceVersion {

  private static final List<String> CODE = List.of("src/main", "forms", "pom.xml");

  private SourceVersion() {}

  /** The commit, {@code with changes} where there are uncommitted ones; empty without Git. */
  static String of(Path home) {
    Path folder = home.toAbsolutePath();
    String commit = git(folder, "log", "-1", "--format=%h", "--abbrev=10", "--");
    if (commit.isEmpty()) {
      return "";
    }
    String changes = git(folder, "status", "--porcelain", "--");
    return changes.isEmpty() ? commit : commit + " with changes";
  }

  private static String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    command.addAll(CODE);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said.strip() : "";
    } catch (IOException e) {
      return ""; // no Git here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
