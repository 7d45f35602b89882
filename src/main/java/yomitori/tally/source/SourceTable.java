package yomitori.tally.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.resolve.table.Table;
import yomitori.resolve.table.TableFile;
import yomitori.resolve.table.TableRow;
import yomitori.resolve.table.TableTooLargeException;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.NotCounted.Reason;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.source.SourceEntries.ColumnEntry;
import yomitori.tally.source.SourceEntries.TimeEntry;

/** A table of answers, a row for each. */
final class SourceTable {

  private final YamlFile yaml;
  private final SourceEntries said;
  private final TallyPlan plan;
  private final Source source;
  private final List<NotCounted> notCounted = new ArrayList<>();
  private final Set<String> references = new HashSet<>();

  /** A column of which something is made. */
  private record Mapped(String name, int index, CellReader reader) {}

  SourceTable(YamlFile yaml, SourceEntries said, TallyPlan plan, Source source) {
    this.yaml = yaml;
    this.said = said;
    this.plan = plan;
    this.source = source;
  }

  SourceAnswers read() throws TallyException, IOException {
    if (said.columns() == null || said.columns().isEmpty()) {
      throw yaml.fault(Fault.MISSING, "columns");
    }
    Path file = yaml.file().resolveSibling(said.file());
    Timestamps times = times();
    ColumnReaders readers = new ColumnReaders(yaml, plan);
    Table table = table(file);
    List<TableRow> rows = table.rows();
    int head = 0;
    while (head < rows.size() && rows.get(head).blank()) {
      head++;
    }
    List<String> names =
        head < rows.size()
            ? rows.get(head).cells().stream().map(TableRow::plain).toList()
            : List.of();
    List<Mapped> mapped = new ArrayList<>();
    for (Map.Entry<String, ColumnEntry> entry : said.columns().entrySet()) {
      CellReader reader = readers.of(entry.getKey(), entry.getValue());
      String name = entry.getValue().column();
      mapped.add(new Mapped(name, column(names, name), reader));
    }
    int time = said.receivedAt() == null ? -1 : column(names, said.receivedAt().column());
    int reference = said.reference() == null ? -1 : column(names, said.reference());
    List<Answer> answers = new ArrayList<>();
    for (int i = head + 1; i < rows.size(); i++) {
      TableRow row = rows.get(i);
      if (!row.blank()) {
        int number = table.sheet().isEmpty() ? i + 1 : row.number();
        String cell = reference < 0 ? "" : row.plain(reference);
        row(row, reference(cell, number), mapped, time, times).ifPresent(answers::add);
      }
    }
    Set<Integer> used = new HashSet<>(mapped.stream().map(Mapped::index).toList());
    used.add(time);
    used.add(reference);
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!used.contains(i) && !names.get(i).isEmpty()) {
        unused.add(names.get(i));
      }
    }
    return new SourceAnswers(
        source,
        answers,
        List.of(),
        notCounted,
        unused,
        List.of(InputFile.of(yaml.file(), "source"), InputFile.of(file, "answers")));
  }

  private Optional<Answer> row(
      TableRow row, String reference, List<Mapped> mapped, int time, Timestamps times) {
    RowAnswers answers = new RowAnswers();
    for (Mapped column : mapped) {
      String cell = row.cell(column.index());
      if (!cell.isBlank()) {
        answers.answered();
      }
      column.reader().read(column.name(), cell, answers);
    }
    if (answers.isEmpty()) {
      not(reference, Reason.EMPTY, row.text());
      return Optional.empty();
    }
    Optional<Instant> at = time < 0 ? Optional.empty() : times.read(row.cell(time));
    if (time >= 0 && at.isEmpty()) {
      not(reference, Reason.NO_TIME, row.cell(time));
    }
    answers
        .unknown()
        .forEach((column, cell) -> not(reference, Reason.UNKNOWN_ANSWER, column + ": " + cell));
    return Optional.of(new Answer(source.id(), reference, at, answers.values()));
  }

  private void not(String reference, Reason reason, String detail) {
    notCounted.add(new NotCounted(source.id(), reference, reason, detail));
  }

  /** A name that no other row has. */
  private String reference(String cell, int number) {
    String name = cell.isEmpty() ? Integer.toString(number) : cell;
    if (!references.add(name)) {
      name = name + "#" + number;
      references.add(name);
    }
    return name;
  }

  private int column(List<String> names, String said) throws TallyException {
    if (said == null) {
      throw yaml.fault(Fault.MISSING, "column");
    }
    String plain = TableRow.plain(said);
    int index = names.indexOf(plain);
    if (index < 0) {
      throw yaml.fault(Fault.NO_SUCH_COLUMN, said);
    }
    if (names.lastIndexOf(plain) != index) {
      throw yaml.fault(Fault.COLUMN_TWICE, said);
    }
    return index;
  }

  private Table table(Path file) throws TallyException {
    List<Table> tables;
    Optional<Charset> encoding = encoding();
    try {
      tables = TableFile.read(file, encoding);
    } catch (TableTooLargeException e) {
      throw new TallyException(file, 0, Fault.TOO_LARGE, Integer.toString(TableFile.MOST_MB));
    } catch (FileSystemException e) {
      throw TallyException.unreadable(file, Fault.UNREADABLE, e);
    } catch (IOException e) {
      throw TallyException.unreadable(file, Fault.NO_TABLE, e);
    }
    if (said.sheet() == null) {
      return tables.get(0);
    }
    return tables.stream()
        .filter(table -> table.sheet().equals(said.sheet()))
        .findFirst()
        .orElseThrow(() -> yaml.fault(Fault.NO_SUCH_SHEET, said.sheet()));
  }

  private Optional<Charset> encoding() throws TallyException {
    if (said.encoding() == null) {
      return Optional.empty();
    }
    return switch (said.encoding()) {
      case "utf-8" -> Optional.of(StandardCharsets.UTF_8);
      case "windows-31j" -> Optional.of(TableFile.CP932);
      default -> throw yaml.fault(Fault.WRONG_VALUE, "encoding");
    };
  }

  private Timestamps times() throws TallyException {
    TimeEntry entry = said.receivedAt();
    if (entry == null) {
      return Timestamps.usual();
    }
    ZoneId zone;
    try {
      zone = entry.zone() == null ? Timestamps.JAPAN : ZoneId.of(entry.zone());
    } catch (DateTimeException e) {
      throw yaml.fault(Fault.WRONG_VALUE, entry.zone());
    }
    try {
      return Timestamps.of(entry.format() == null ? List.of() : entry.format(), zone);
    } catch (IllegalArgumentException e) {
      throw yaml.fault(Fault.WRONG_VALUE, "format");
    }
  }
}
