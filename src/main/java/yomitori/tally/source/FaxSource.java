package yomitori.tally.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yomitori.resolve.table.Table;
import yomitori.resolve.table.TableFile;
import yomitori.resolve.table.TableTooLargeException;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.Source.Kind;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.plan.TallyPlan;

/**
 * Answers that came by fax: {@code records.csv} and {@code records.jsonl} as {@code read} writes
 * them, and the files of a desk's exports. What a file is is told by what it holds. Records that
 * the manifest of an export takes back, given or beside its records, do not count.
 */
public final class FaxSource {

  /** By which tables and files call it. */
  public static final String ID = "fax";

  private static final Source SOURCE = new Source(ID, "FAX回答", Kind.FAX);

  private static final String JSONL = ".jsonl";

  /** How much of a file is looked at to tell what it is. */
  private static final int START_BYTES = 1024;

  private final FaxFields fields;
  private final FaxRecords records;
  private final List<InputFile> inputs = new ArrayList<>();
  private final Set<Path> manifests = new HashSet<>();

  private FaxSource(TallyPlan plan) {
    this.fields = new FaxFields(plan.form());
    this.records = new FaxRecords(plan.form().id());
  }

  /**
   * Reads files as one source; of several lines with the same record the last one counts.
   *
   * @param files in the order in which they were written
   * @throws TallyException if one cannot be read or holds no records
   */
  public static SourceAnswers read(List<Path> files, TallyPlan plan) throws TallyException {
    FaxSource source = new FaxSource(plan);
    for (Path file : files) {
      try {
        source.take(file);
      } catch (IOException e) {
        throw TallyException.unreadable(file, Fault.UNREADABLE, e);
      }
    }
    return new SourceAnswers(
        SOURCE,
        source.records.answers(),
        List.of(),
        source.records.notCounted(),
        List.of(),
        source.inputs);
  }

  private void take(Path file) throws IOException, TallyException {
    boolean json = startsAsJson(file);
    if (json && ExportManifest.is(file)) {
      withdraw(file);
      return;
    }
    if (ExportManifest.isBeside(file)) {
      withdraw(ExportManifest.beside(file));
    }
    String name = String.valueOf(file.getFileName());
    boolean held =
        json ? new RecordLineReader(fields, records).read(file, name) : table(file, name);
    if (!held) {
      throw new TallyException(file, 0, Fault.NO_RECORDS, "");
    }
    inputs.add(InputFile.of(file, "records"));
  }

  private void withdraw(Path manifest) throws IOException {
    if (manifests.add(manifest.toRealPath())) {
      ExportManifest.withdrawn(manifest).forEach(records::withdraw);
      inputs.add(InputFile.of(manifest, "manifest"));
    }
  }

  /** Nothing at all is JSON, too: a reading without pages. */
  private static boolean startsAsJson(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(START_BYTES);
    }
    for (byte b : start) {
      boolean passedOver = (b >= 0 && b <= ' ') || isOfByteOrderMark(b);
      if (!passedOver) {
        return b == '{';
      }
    }
    return String.valueOf(file.getFileName()).endsWith(JSONL);
  }

  private static boolean isOfByteOrderMark(byte b) {
    return b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
  }

  private boolean table(Path file, String name) throws IOException, TallyException {
    List<Table> tables;
    try {
      tables = TableFile.read(file, Optional.empty());
    } catch (TableTooLargeException e) {
      throw new TallyException(file, 0, Fault.TOO_LARGE, Integer.toString(TableFile.MOST_MB));
    } catch (IOException e) {
      throw TallyException.unreadable(file, Fault.NO_TABLE, e);
    }
    Optional<RecordTable> table =
        tables.stream().map(RecordTable::of).flatMap(Optional::stream).findFirst();
    table.ifPresent(found -> found.read(name, fields, records));
    return table.isPresent();
  }
}
