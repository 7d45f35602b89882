package yomitori.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.PageRecord.Status;
import yomitori.register.Blank;
import yomitori.resolve.Resolver;

/** {@code read}: faxes in, records out. */
@Command(name = "read")
final class ReadCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "read.paths")
  private List<Path> paths = List.of();

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.out")
  private Path out = Path.of("");

  @Option(names = "--overlay", descriptionKey = "option.overlay")
  private boolean overlay;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = EncodingName.class,
      completionCandidates = EncodingName.class,
      descriptionKey = "option.encoding")
  private CsvEncoding encoding = CsvEncoding.UTF_8;

  @Option(names = "--phrases", paramLabel = "FILE", descriptionKey = "option.phrases")
  private Optional<Path> phrases = Optional.empty();

  @Mixin private ReadOptions options = new ReadOptions();

  ReadCommand(Session session) {
    this.session = session;
  }

  /** The names that {@code --encoding} takes. */
  static final class EncodingName implements ITypeConverter<CsvEncoding>, Iterable<String> {
    @Override
    public CsvEncoding convert(String name) {
      return switch (name.toLowerCase(java.util.Locale.ROOT)) {
        case "utf-8" -> CsvEncoding.UTF_8;
        case "windows-31j" -> CsvEncoding.WINDOWS_31J;
        default -> throw new TypeConversionException(name);
      };
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("utf-8", "windows-31j").iterator();
    }
  }

  private Resolver resolver(List<Blank> blanks) {
    List<Form> forms = blanks.stream().map(Blank::form).toList();
    Masters masters = options.masters(session);
    masters.report(session);
    return new Resolver(masters.list(), PhraseFile.load(phrases, forms, session));
  }

  @Override
  public Integer call() {
    int workers = options.workers(session);
    List<Blank> blanks = options.blanks(session);
    Inputs inputs = Inputs.find(paths, out);
    if (inputs.files().isEmpty() && inputs.unreachable().isEmpty()) {
      session.warn("read.nothing");
    }
    ReadRun.Settings settings = new ReadRun.Settings(out, encoding, workers, overlay);
    try (Rooms.OpenReader reader = options.reader(session, blanks, resolver(blanks)::resolve)) {
      ReadRun.Summary summary =
          ReadRun.run(session, settings, blanks, reader.pages(), inputs, record -> {});
      report(session, summary, out, overlay);
      return summary.exitCode();
    }
  }

  /** Says how many pages came to what, and where the files are. */
  static void report(Session session, ReadRun.Summary summary, Path out, boolean overlay) {
    session.say(
        "read.summary",
        summary.pages(),
        summary.counts().getOrDefault(Status.ACCEPTED, 0),
        summary.counts().getOrDefault(Status.REVIEW, 0),
        summary.counts().getOrDefault(Status.UNREADABLE, 0),
        summary.counts().getOrDefault(Status.NOT_A_FORM, 0),
        summary.failures().size());
    session.say("read.files", out.resolve("records.csv"));
    if (overlay) {
      session.say("read.review", out.resolve("review.html"));
    }
  }
}
