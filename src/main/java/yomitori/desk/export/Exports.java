package yomitori.desk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.desk.DurableMove;
import yomitori.desk.FolderTree;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.export.Export.Kind;
import yomitori.desk.export.Handed.Gone;
import yomitori.desk.export.Handed.Page;
import yomitori.desk.ledger.Ledger;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.RecordFiles;

/**
 * Makes exports, each a folder named by its time. The files are written under a hidden name and are
 * on the disk before the ledger notes the export; only then the folder gets its name. Cut off
 * before the note, an export never was, and the next one holds the same records; cut off after it,
 * the folder gets its name at the next occasion. May be used from any thread.
 */
public final class Exports {

  /**
   * Selects a row for each page {@code p} that is not in an export as it is now; more conditions
   * may follow.
   */
  public static final String WAITING = "SELECT 1" + Handed.FROM + Handed.FRESH;

  /** The subject of audit rows about exports. */
  public static final String EXPORT = "export";

  /** The files of an export, for those who take them along. */
  public static final List<String> FILES =
      Stream.concat(ExportFiles.RECORDS.stream(), Stream.of(ExportFiles.MANIFEST)).toList();

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
  private static final String HIDDEN = ".";
  private static final String PART = ".part";

  private final Ledger ledger;
  private final Path folder;
  private final ExportFiles files;
  private final Clock clock;
  private final RowMapper<Export> row;

  /** What would be handed over. */
  public record Waiting(int fresh, int withdrawn, int whole) {}

  /** What was written and is not noted yet. */
  private record Written(String name, Path part, List<Page> pages, List<Gone> gone) {}

  /**
   * @param folder holds the exports; made where it does not exist
   * @param forms give the columns
   * @param encoding of the CSV
   */
  public Exports(Ledger ledger, Path folder, List<Form> forms, CsvEncoding encoding, Clock clock) {
    this.ledger = ledger;
    this.folder = folder;
    this.files = new ExportFiles(RecordFiles.columns(forms), encoding);
    this.clock = clock;
    this.row =
        (r, context) ->
            new Export(
                r.getLong("id"),
                Instant.ofEpochMilli(r.getLong("made_at")),
                Kind.of(r.getString("kind")),
                r.getString("operator"),
                folder.resolve(r.getString("folder")),
                r.getInt("records"),
                r.getInt("withdrawn"));
  }

  /**
   * Hands over what is new or has changed since the last export, or all that counts; one after the
   * other. The files are written while others read and write the ledger.
   *
   * @param who asked for it
   * @return empty where there is nothing to hand over or to take back
   * @throws IOException if the folder cannot be written; nothing is then taken as handed over
   */
  public synchronized Optional<Export> make(Actor who, Kind kind) throws IOException {
    finish();
    Instant now = clock.instant();
    Optional<Written> written;
    try {
      written = ledger.snapshot(handle -> write(handle, kind, now));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Export export = ledger.write(handle -> note(handle, written.get(), who, kind, now));
    DurableMove.move(written.get().part(), export.folder());
    return Optional.of(export);
  }

  /**
   * Ends what an earlier run was cut off in: a folder that the ledger knows gets its name, another
   * is taken away.
   */
  public synchronized void finish() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> parts;
    try (Stream<Path> all = Files.list(folder)) {
      parts = all.filter(Exports::isPart).toList();
    }
    for (Path part : parts) {
      String hidden = part.getFileName().toString();
      String name = hidden.substring(HIDDEN.length(), hidden.length() - PART.length());
      if (ledger.read(handle -> isNoted(handle, name))) {
        DurableMove.move(part, folder.resolve(name));
      } else {
        FolderTree.delete(part);
      }
    }
  }

  private static boolean isPart(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(HIDDEN) && name.endsWith(PART);
  }

  private Optional<Written> write(Handle handle, Kind kind, Instant now) {
    List<Page> pages = kind == Kind.NEW ? Handed.fresh(handle) : Handed.all(handle);
    List<Gone> gone = Handed.gone(handle);
    if (pages.isEmpty() && gone.isEmpty()) {
      return Optional.empty();
    }
    String name = freeName(handle, now);
    Path part = folder.resolve(HIDDEN + name + PART);
    try {
      files.write(handle, part, name, kind, now, pages, gone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(new Written(name, part, pages, gone));
  }

  /** An export that was carried off leaves its name in the ledger. */
  private String freeName(Handle handle, Instant now) {
    String base = NAME.withZone(clock.getZone()).format(now);
    String name = base;
    for (int i = 2; Files.exists(folder.resolve(name)) || isNoted(handle, name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  private static boolean isNoted(Handle handle, String name) {
    return handle
            .createQuery("SELECT COUNT(*) FROM export WHERE folder = :name")
            .bind("name", name)
            .mapTo(int.class)
            .one()
        > 0;
  }

  private Export note(Handle handle, Written written, Actor who, Kind kind, Instant now) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO export (made_at, folder, records, kind, operator, withdrawn) VALUES"
                    + " (:now, :folder, :records, :kind, :who, :withdrawn)")
            .bind("now", now.toEpochMilli())
            .bind("folder", written.name())
            .bind("records", written.pages().size())
            .bind("kind", kind.word())
            .bind("who", who.name())
            .bind("withdrawn", written.gone().size())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    Handed.note(handle, id, written.pages(), written.gone());
    Deed deed = Deed.change(Action.EXPORTED, EXPORT, Long.toString(id), "", kind.word());
    Audit.add(handle, now, who, deed);
    return find(handle, id).orElseThrow();
  }

  /** How many records an export made now would hold. */
  public Waiting waiting() {
    return ledger.read(
        handle ->
            new Waiting(
                Handed.countFresh(handle), Handed.countGone(handle), Handed.countAll(handle)));
  }

  /**
   * The exports, newest first.
   *
   * @param before only those with a smaller number, to leaf on; nothing for the newest
   * @param count at most so many
   */
  public List<Export> newest(Optional<Long> before, int count) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT * FROM export WHERE id < :before ORDER BY id DESC LIMIT :n")
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("n", count)
                .map(row)
                .list());
  }

  /** An export by its number. */
  public Optional<Export> find(long id) {
    return ledger.read(handle -> find(handle, id));
  }

  private Optional<Export> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM export WHERE id = :id")
        .bind("id", id)
        .map(row)
        .findOne();
  }

  /** The media type of a file of an export. */
  public static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv";
      case "jsonl" -> "application/x-ndjson";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      default -> "application/json";
    };
  }

  /**
   * A file of an export; empty where it has none of that name, or the folder was carried off.
   *
   * @param name may come from anywhere
   */
  public Optional<Path> file(Export export, String name) {
    return FILES.contains(name)
        ? Optional.of(export.folder().resolve(name)).filter(Files::isRegularFile)
        : Optional.empty();
  }
}
