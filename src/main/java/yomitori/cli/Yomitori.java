package yomitori.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The program: its commands, its languages and how it ends. */
@Command(
    name = "yomitori",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    sortOptions = false)
public final class Yomitori {

  private static final String LANG = "--lang";

  /** The languages that messages come in. */
  enum Language {
    ja,
    en;

    static Language of(Locale locale) {
      return locale.getLanguage().equals("ja") ? ja : en;
    }

    Locale locale() {
      return this == ja ? Locale.JAPANESE : Locale.ENGLISH;
    }
  }

  private Yomitori() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    EndSignals.endAtOnce();
    Locale locale = locale(args);
    Locale.setDefault(locale);
    Session session =
        new Session(
            Path.of(System.getProperty("yomitori.home", "")),
            writer(System.out),
            writer(System.err),
            Boolean.getBoolean("yomitori.terminal"),
            new Messages(locale),
            Wiring.rooms());
    System.exit(commandLine(session).execute(args));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }

  /** The language asked for in the arguments, or else the system's: needed before parsing. */
  private static Locale locale(String[] args) {
    String asked = "";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(LANG + "=")) {
        asked = args[i].substring(LANG.length() + 1);
      } else if (args[i].equals(LANG) && i + 1 < args.length) {
        asked = args[i + 1];
      }
    }
    Locale locale = asked.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(asked);
    return Language.of(locale).locale();
  }

  /** The commands, ready to be given arguments. */
  static CommandLine commandLine(Session session) {
    CommandLine root = new CommandLine(new Yomitori());
    root.getCommandSpec()
        .addOption(
            OptionSpec.builder(LANG)
                .type(Language.class)
                .paramLabel("ja|en")
                .descriptionKey("option.lang")
                .scopeType(ScopeType.INHERIT)
                .build());
    root.addSubcommand(new DemoCommand(session));
    root.addSubcommand(new ReadCommand(session));
    root.addSubcommand(new WatchCommand(session));
    root.addSubcommand(new BackupCommand(session));
    root.addSubcommand(new RestoreCommand(session));
    root.addSubcommand(new RedecideCommand(session));
    root.addSubcommand(new TallyCommand(session));
    root.addSubcommand(new DigitsCommand(session));
    root.addSubcommand(new EvaluateCommand(session));
    root.addSubcommand(new ScoreboardCommand(session));
    CommandLine bench = new CommandLine(new BenchCommand(session));
    bench.addSubcommand(new BenchDeskCommand(session));
    bench.addSubcommand(new BenchTallyCommand(session));
    root.addSubcommand(bench);
    root.setResourceBundle(session.messages().bundle());
    // These bring words of their own, which the line above would take from them.
    root.addSubcommand(new FormCommand());
    root.addSubcommand(new SimulateCommand(session));
    root.addSubcommand(new SurveyCommand(session));
    root.setOut(session.out());
    root.setErr(session.err());
    root.setParameterExceptionHandler((e, args) -> wrongCommandLine(session, e));
    root.setExecutionStrategy(parsed -> run(session, parsed));
    root.setExecutionExceptionHandler((e, command, parsed) -> failed(session, e));
    return root;
  }

  private static int run(Session session, ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (LinkageError e) {
      session.warn("native.missing", e.getMessage());
    } catch (OutOfMemoryError e) {
      session.warn("memory.missing");
    }
    return ExitCode.SOMETHING_MISSING;
  }

  private static int wrongCommandLine(Session session, ParameterException e) {
    CommandLine command = e.getCommandLine();
    session.err().println(WrongLine.said(e, session.messages()));
    session.err().print(command.getHelp().fullSynopsis());
    session.warn("usage.more", command.getCommandSpec().qualifiedName());
    return ExitCode.WRONG_COMMAND_LINE;
  }

  private static int failed(Session session, Exception e) {
    if (e instanceof CommandFailure failure) {
      session.err().println(failure.getMessage());
      return failure.exitCode();
    }
    session.warn("fault", e.getClass().getSimpleName(), traceFile(e));
    return ExitCode.SOME_NOT_READ;
  }

  private static String traceFile(Exception e) {
    try {
      FaultLog log = new FaultLog(Files.createTempDirectory("yomitori"));
      log.write("command", e);
      return log.file().toString();
    } catch (IOException unwritable) {
      return "-";
    }
  }
}
