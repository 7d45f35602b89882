package yomitori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.record.CsvEncoding;
import yomitori.record.PageRecord;
import yomitori.register.Blank;
import yomitori.resolve.FieldValue;
import yomitori.resolve.master.MasterList;

/** {@code demo}: the main job on the faxes that come with the program. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  private static final String CODE = "institution_code";
  private static final String INSTITUTION = "institution_name";

  private final Session session;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.out.demo")
  private Path out = Path.of("out", "demo");

  @Mixin private ReadOptions options = new ReadOptions();

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path faxes = session.home().resolve("testdata").resolve("demo");
    if (!Files.isDirectory(faxes)) {
      throw CommandFailure.somethingMissing(session.messages().text("demo.missing", faxes));
    }
    int workers = options.workers(session);
    List<Blank> blanks = options.blanks(session);
    List<PageRecord> records = new ArrayList<>();
    ReadRun.Summary summary;
    Optional<MasterList> masters = options.masters(session).list();
    try (Rooms.OpenReader reader = options.reader(session, blanks, masters)) {
      session.say("demo.reading", faxes);
      summary =
          ReadRun.run(
              session,
              new ReadRun.Settings(out, CsvEncoding.UTF_8, workers, true),
              blanks,
              reader.pages(),
              Inputs.find(List.of(faxes), out),
              records::add);
    }
    table(blanks, records).lines().forEach(session.out()::println);
    session.out().println();
    MarkAgreement.with(faxes.resolve("truth.csv"), blanks, records)
        .ifPresent(a -> session.say("demo.agreement", a.right(), a.all(), a.doubtful(), a.wrong()));
    ReadCommand.report(session, summary, out, true);
    return summary.exitCode();
  }

  private TextTable table(List<Blank> blanks, List<PageRecord> records) {
    List<String> header =
        List.of("source", "page", "status", "code", "institution", "marks", "doubts").stream()
            .map(column -> session.messages().text("column." + column))
            .toList();
    TextTable table = new TextTable(header);
    for (PageRecord record : records) {
      table.add(
          List.of(
              record.source(),
              Integer.toString(record.page()),
              record.status().name().toLowerCase(Locale.ROOT),
              value(record, CODE),
              value(record, INSTITUTION),
              record.values().isEmpty() ? "" : Long.toString(marks(blanks, record)),
              record.values().isEmpty() ? "" : Long.toString(doubts(record))));
    }
    return table;
  }

  private static String value(PageRecord record, String field) {
    return record.values().stream()
        .filter(v -> v.fieldId().equals(field))
        .map(FieldValue::value)
        .findFirst()
        .orElse("");
  }

  private static long marks(List<Blank> blanks, PageRecord record) {
    List<String> marked =
        blanks.stream()
            .filter(b -> b.form().id().equals(record.form()))
            .flatMap(b -> b.form().fields().stream())
            .filter(f -> f instanceof CheckboxField || f instanceof ChoiceField)
            .map(Field::id)
            .toList();
    return record.values().stream()
        .filter(v -> marked.contains(v.fieldId()))
        .filter(v -> !List.of("", "0", FieldValue.IN_DOUBT).contains(v.value()))
        .count();
  }

  private static long doubts(PageRecord record) {
    return record.values().stream().filter(FieldValue::inDoubt).count();
  }
}
