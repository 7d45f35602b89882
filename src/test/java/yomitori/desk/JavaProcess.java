package yomitori.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this project, or of its tests, in a process of their own. */
public final class JavaProcess {

  private JavaProcess() {}

  /**
   * What starts one.
   *
   * @param heapMb the most that its heap may take
   * @param options further ones of the virtual machine
   * @param arguments of the program
   */
  public static ProcessBuilder of(
      int heapMb, List<String> options, Class<?> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMb + "m");
    command.add("-Djava.awt.headless=true");
    command.addAll(options);
    command.add("-cp");
    // Surefire hides the class path behind a jar of its own.
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
