package yomitori.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Ends a command with a message for the person who typed it. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** An option or argument that cannot be used. */
  static CommandFailure wrongCommandLine(String message) {
    return new CommandFailure(ExitCode.WRONG_COMMAND_LINE, message);
  }

  /** Something that reading needs is not there. */
  static CommandFailure somethingMissing(String message) {
    return new CommandFailure(ExitCode.SOMETHING_MISSING, message);
  }

  /** Says at once why a command ends, where it answers with an exit code of its own. */
  static int say(CommandSpec command, int exitCode, String message) {
    command.commandLine().getErr().println(message);
    command.commandLine().getErr().flush();
    return exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
