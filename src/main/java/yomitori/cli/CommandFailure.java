package yomitori.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import yomitori.record.FileInUseException;
import yomitori.simulate.score.ScoreInputException;

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

  /** A table that cannot be scored. */
  static CommandFailure unscorable(Session session, ScoreInputException e) {
    return wrongCommandLine(
        e.getCause() instanceof IOException disk
            ? e.getMessage() + ": " + DiskFault.what(disk, session.messages())
            : e.getMessage());
  }

  /** A place that results cannot be written to, or that another run is writing to. */
  static CommandFailure unwritable(Session session, Path out, IOException e) {
    String key = e instanceof FileInUseException ? "out.busy" : "out.unwritable";
    return wrongCommandLine(
        session.messages().text(key, out, DiskFault.said(e, out, session.messages())));
  }

  /** A run that was asked to end; what it did not come to is named in {@code failed.csv}. */
  static CommandFailure endedEarly(String message) {
    return new CommandFailure(ExitCode.SOME_NOT_READ, message);
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
