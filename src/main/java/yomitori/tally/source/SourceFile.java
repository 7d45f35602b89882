package yomitori.tally.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.PublishedCount;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.Source.Kind;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.Question;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.source.SourceEntries.CountEntry;

/** Answers beside the faxes, told by a YAML file: a table of the web, another body's survey. */
public final class SourceFile {

  private final YamlFile yaml;
  private final TallyPlan plan;
  private final SourceEntries said;

  private SourceFile(YamlFile yaml, TallyPlan plan) throws TallyException {
    this.yaml = yaml;
    this.plan = plan;
    this.said = yaml.as(SourceEntries.class);
  }

  /**
   * Reads a source.
   *
   * @param yaml says what the columns of its table mean, or which counts were published
   * @throws TallyException with the line, if it or its table cannot be used
   */
  public static SourceAnswers read(Path yaml, TallyPlan plan) throws TallyException {
    SourceFile file = new SourceFile(YamlFile.read(yaml), plan);
    try {
      return file.read();
    } catch (IOException e) {
      throw TallyException.unreadable(yaml, Fault.UNREADABLE, e);
    }
  }

  private SourceAnswers read() throws TallyException, IOException {
    Source source = source();
    if (said.counts() == null) {
      if (said.file() == null) {
        throw yaml.fault(Fault.MISSING, "file");
      }
      return new SourceTable(yaml, said, plan, source).read();
    }
    if (source.isMain() || said.file() != null || said.columns() != null) {
      throw yaml.fault(Fault.WRONG_VALUE, "counts");
    }
    return new SourceAnswers(
        source,
        List.of(),
        published(),
        List.of(),
        List.of(),
        List.of(InputFile.of(yaml.file(), "source")));
  }

  private Source source() throws TallyException {
    if (said.source() == null || said.id() == null || said.id().isBlank()) {
      throw yaml.fault(Fault.MISSING, said.source() == null ? "source" : "id");
    }
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k != Kind.FAX && k.name().toLowerCase(Locale.ROOT).equals(said.source()))
            .findFirst()
            .orElseThrow(() -> yaml.fault(Fault.WRONG_VALUE, "source"));
    return new Source(said.id(), said.label() == null ? said.id() : said.label(), kind);
  }

  private List<PublishedCount> published() throws TallyException {
    Set<String> seen = new HashSet<>();
    for (CountEntry entry : said.counts()) {
      String id = String.valueOf(entry.question());
      Question question =
          plan.questions().stream()
              .filter(q -> q.id().equals(id))
              .findFirst()
              .orElseThrow(() -> yaml.fault(Fault.NO_SUCH_QUESTION, id));
      if (!seen.add(id)) {
        throw yaml.fault(Fault.WRONG_VALUE, id);
      }
      if (entry.respondents() == null || entry.answers() == null) {
        throw yaml.fault(Fault.MISSING, entry.respondents() == null ? "respondents" : "answers");
      }
      for (Map.Entry<String, Long> count : entry.answers().entrySet()) {
        if (question.answers().stream().noneMatch(a -> a.id().equals(count.getKey()))) {
          throw yaml.fault(Fault.NO_SUCH_ANSWER, count.getKey());
        }
        Long given = count.getValue();
        if (given == null || given < 0 || given > entry.respondents()) {
          throw yaml.fault(Fault.WRONG_VALUE, count.getKey());
        }
      }
    }
    return said.counts().stream()
        .map(c -> new PublishedCount(c.question(), c.respondents(), c.answers()))
        .toList();
  }
}
