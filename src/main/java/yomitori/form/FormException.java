package yomitori.form;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A form definition that cannot be used. Its message names the file and every mistake's line. */
public final class FormException extends RuntimeException {

  private final Path file;
  private final List<Problem> problems;

  FormException(Path file, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> file + ":" + problem.line() + ": " + problem.message())
            .collect(Collectors.joining(System.lineSeparator())));
    this.file = file;
    this.problems = List.copyOf(problems);
  }

  /** The definition. */
  public Path file() {
    return file;
  }

  /** Every mistake in it, by line. */
  public List<Problem> problems() {
    return problems;
  }
}
