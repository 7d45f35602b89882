package yomitori.cli;

/** What a command tells the shell. */
final class ExitCode {

  static final int ALL_READ = 0;
  static final int SOME_NOT_READ = 1;
  static final int WRONG_COMMAND_LINE = 2;
  static final int SOMETHING_MISSING = 3;

  private ExitCode() {}
}
