package yomitori.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the reader's language: the parser speaks English only. */
final class WrongLine {

  private WrongLine() {}

  static String said(ParameterException e, Messages messages) {
    if (e instanceof MissingParameterException missing && missing.getMissing() != null) {
      return messages.text("line.missing", names(missing.getMissing()));
    }
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return messages.text("line.unknown", unmatched.getUnmatched().get(0));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return messages.text("line.twice", name(twice.getOverwritten()));
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return value(e.getArgSpec(), e.getValue(), messages);
    }
    // The parser has no type of its own for a line that names no command.
    return e.getArgSpec() == null && e.getClass() == ParameterException.class
        ? messages.text("line.command")
        : e.getMessage();
  }

  private static String value(ArgSpec argument, String value, Messages messages) {
    if (argument.completionCandidates() == null) {
      return messages.text("line.value", value, name(argument));
    }
    String possible = String.join(", ", argument.completionCandidates());
    return messages.text("line.choice", value, name(argument), possible);
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream().map(WrongLine::name).collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
