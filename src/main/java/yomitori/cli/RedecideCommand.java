package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.record.CsvEncoding;
import yomitori.record.FileInUseException;
import yomitori.record.PageRecord;
import yomitori.record.Redecision.Change;
import yomitori.record.Redecision.Kind;
import yomitori.record.Redecision.Outcome;
import yomitori.resolve.FieldValue;
import yomitori.resolve.Resolver;

/** {@code redecide}: records decided anew from their evidence, without the faxes. */
@Command(name = "redecide")
final class RedecideCommand implements Callable<Integer> {

  private static final List<Kind> SHOWN =
      List.of(Kind.ACCEPTED_TO_REVIEW, Kind.REVIEW_TO_ACCEPTED, Kind.VALUE);

  private final Session session;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "option.records.redecide")
  private Path records = Path.of("");

  @Option(names = "--forms", paramLabel = "DIR", descriptionKey = "option.forms")
  private Optional<Path> forms = Optional.empty();

  @Option(names = "--masters", paramLabel = "PATH", descriptionKey = "option.masters")
  private List<Path> masters = List.of();

  @Option(names = "--phrases", paramLabel = "FILE", descriptionKey = "option.phrases")
  private Optional<Path> phrases = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.out")
  private Path out = Path.of("");

  @Option(names = "--list", descriptionKey = "option.list")
  private boolean list;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = ReadCommand.EncodingName.class,
      completionCandidates = ReadCommand.EncodingName.class,
      descriptionKey = "option.encoding")
  private CsvEncoding encoding = CsvEncoding.UTF_8;

  RedecideCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(records)) {
      throw wrong("redecide.missing", records);
    }
    List<Form> known = known();
    Resolver resolver = resolver(known);
    RedecideRun.Summary summary;
    try {
      if (Files.exists(out) && Files.isSameFile(out, folderOf(records))) {
        throw wrong("redecide.overwrites", records, out);
      }
      RedecideRun run = new RedecideRun(session, records, known, resolver::resolve, this::name);
      summary = run.write(out, known, encoding);
    } catch (FileInUseException e) {
      throw CommandFailure.unwritable(session, out, e);
    } catch (IOException e) {
      throw wrong("redecide.unwritable", records, out, DiskFault.said(e, session.messages()));
    }
    report(summary);
    return summary.broken() == 0 ? ExitCode.ALL_READ : ExitCode.SOME_NOT_READ;
  }

  private Resolver resolver(List<Form> known) {
    Masters loaded = Masters.load(masters, session);
    loaded.report(session);
    return new Resolver(loaded.list(), PhraseFile.load(phrases, known, session));
  }

  private List<Form> known() {
    Path folder = forms.orElseGet(() -> session.home().resolve("forms"));
    if (!Files.isDirectory(folder)) {
      throw wrong("forms.missing", folder);
    }
    try {
      List<Form> known = new FormLibrary(folder).loadAll();
      if (known.isEmpty()) {
        throw wrong("forms.none", folder);
      }
      return known;
    } catch (FormException e) {
      throw CommandFailure.wrongCommandLine(e.getMessage());
    }
  }

  /** The folder in which a file really lies. */
  private static Path folderOf(Path file) throws IOException {
    return file.toRealPath().resolveSibling("");
  }

  private CommandFailure wrong(String key, Object... arguments) {
    return CommandFailure.wrongCommandLine(session.messages().text(key, arguments));
  }

  private void name(PageRecord record, Change change) {
    if (list) {
      session.say(
          "redecide.changed",
          record.source(),
          record.page(),
          change.before().fieldId(),
          said(change.before()),
          said(change.after()));
    }
  }

  private static String said(FieldValue value) {
    return word(value.decision())
        + " \""
        + value.value().replaceAll("\\p{Cntrl}", " ")
        + "\""
        + value.reason().map(reason -> " (" + word(reason) + ")").orElse("");
  }

  /** A constant as the records have it. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void report(RedecideRun.Summary summary) {
    int changed = SHOWN.stream().mapToInt(summary::answers).sum();
    if (changed > 0) {
      table(summary).lines().forEach(session.out()::println);
      session.out().println();
    }
    session.say(
        "redecide.answers", changed, summary.changedRecords(), summary.answers(Kind.DETAIL));
    session.say(
        "redecide.records",
        summary.records(),
        summary.records(Outcome.DECIDED),
        summary.records(Outcome.NOT_READ),
        summary.records(Outcome.OTHER_FORM),
        summary.records(Outcome.NO_EVIDENCE));
    if (summary.broken() > 0) {
      session.warn("redecide.broken", summary.broken(), out.resolve(RedecideRun.BROKEN_LINES));
    }
    session.say("read.files", out.resolve("records.csv"));
  }

  private TextTable table(RedecideRun.Summary summary) {
    List<String> header = new ArrayList<>(List.of(text("score.column.field")));
    SHOWN.forEach(kind -> header.add(text("redecide.column." + word(kind))));
    TextTable table = TextTable.ofNumbers(header);
    for (Map.Entry<String, Map<Kind, Integer>> field : summary.changes().entrySet()) {
      if (SHOWN.stream().anyMatch(field.getValue()::containsKey)) {
        List<String> row = new ArrayList<>(List.of(field.getKey()));
        SHOWN.forEach(kind -> row.add("" + field.getValue().getOrDefault(kind, 0)));
        table.add(row);
      }
    }
    List<String> total = new ArrayList<>(List.of(text("redecide.total")));
    SHOWN.forEach(kind -> total.add("" + summary.answers(kind)));
    table.add(total);
    return table;
  }

  private String text(String key) {
    return session.messages().text(key);
  }
}
