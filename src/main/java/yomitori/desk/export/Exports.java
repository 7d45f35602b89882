package yomitori.desk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.ledger.Ledger;
import yomitori.form.Form;
import yomitori.record.BrokenRecordException;
import yomitori.record.CsvEncoding;
import yomitori.record.RecordFiles;
import yomitori.record.RecordLine;

/**
 * Makes exports, each a folder named by its time with {@code records.csv}, {@code records.jsonl}
 * and {@code records.xlsx}. The folder has its name before the ledger knows of the export: if the
 * desk is cut off between the two, the next export holds the same records once more.
 */
public final class Exports {

  /** The workbook's name beside those of {@link RecordFiles}. */
  public static final String WORKBOOK = "records.xlsx";

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

  private final Ledger ledger;
  private final Path folder;
  private final List<String> fields;
  private final CsvEncoding encoding;
  private final Clock clock;

  /**
   * An export that was made.
   *
   * @param id in the ledger
   * @param madeAt when
   * @param folder where its files are
   * @param records how many
   */
  public record Export(long id, Instant madeAt, Path folder, int records) {}

  /**
   * @param folder holds the exports; made where it does not exist
   * @param forms give the columns
   * @param encoding of the CSV
   */
  public Exports(Ledger ledger, Path folder, List<Form> forms, CsvEncoding encoding, Clock clock) {
    this.ledger = ledger;
    this.folder = folder;
    this.fields = RecordFiles.columns(forms);
    this.encoding = encoding;
    this.clock = clock;
  }

  /**
   * Hands over what is new or has changed since the last export; one after the other. The files are
   * written while others read and write the ledger.
   *
   * @return empty where nothing has
   * @throws IOException if the folder cannot be written; nothing is then taken as handed over
   */
  public synchronized Optional<Export> make() throws IOException {
    Instant now = clock.instant();
    List<ReviewedRecords.Page> pages = ledger.read(ReviewedRecords::fresh);
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    Path place = freeFolder(now);
    try {
      ledger.read(
          handle -> {
            writeFiles(handle, pages, place);
            return place;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    long id = ledger.write(handle -> note(handle, pages, place, now));
    return Optional.of(new Export(id, now, place, pages.size()));
  }

  private Path freeFolder(Instant now) {
    String name = NAME.withZone(clock.getZone()).format(now);
    Path place = folder.resolve(name);
    for (int i = 2; Files.exists(place); i++) {
      place = folder.resolve(name + "-" + i);
    }
    return place;
  }

  private void writeFiles(Handle handle, List<ReviewedRecords.Page> pages, Path place) {
    Path part = place.resolveSibling("." + place.getFileName() + ".part");
    try {
      Files.createDirectories(part);
      try (RecordFiles files = RecordFiles.withColumns(part, fields, encoding, lost -> {});
          RecordWorkbook workbook = new RecordWorkbook(part.resolve(WORKBOOK), fields)) {
        for (ReviewedRecords.Page page : pages) {
          RecordLine line = ReviewedRecords.line(handle, page);
          files.write(line);
          workbook.write(line.record());
        }
        files.publish();
      }
      Files.deleteIfExists(part.resolve(RecordFiles.FAILED_CSV)); // failures are not the tally's
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (BrokenRecordException e) {
      throw new UncheckedIOException(new IOException(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long note(
      Handle handle, List<ReviewedRecords.Page> pages, Path place, Instant now) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO export (made_at, folder, records) VALUES (:now, :folder, :records)")
            .bind("now", now.toEpochMilli())
            .bind("folder", place.getFileName().toString())
            .bind("records", pages.size())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO exported (page_id, export_id, changed_at) VALUES (:page, :export,"
                + " :changed) ON CONFLICT (page_id) DO UPDATE SET export_id = :export, changed_at"
                + " = :changed");
    for (ReviewedRecords.Page page : pages) {
      batch.bind("page", page.id()).bind("export", id).bind("changed", page.changedAt()).add();
    }
    batch.execute();
    return id;
  }

  /** The exports, newest first. */
  public List<Export> all() {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT id, made_at, folder, records FROM export ORDER BY id DESC")
                .map(
                    (row, context) ->
                        new Export(
                            row.getLong("id"),
                            Instant.ofEpochMilli(row.getLong("made_at")),
                            folder.resolve(row.getString("folder")),
                            row.getInt("records")))
                .list());
  }
}
