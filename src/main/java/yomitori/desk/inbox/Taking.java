package yomitori.desk.inbox;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DataFolder;
import yomitori.desk.DurableMove;
import yomitori.desk.FileHash;
import yomitori.desk.inbox.Arrivals.Fax;
import yomitori.desk.inbox.Arrivals.Taken;

/**
 * Takes a file, step by step, each of which may be the last before the power is cut:
 *
 * <ol>
 *   <li>it is renamed into a folder of its own below {@code taking/}, or where that is on another
 *       disk, put apart (see {@link Apart}) and copied;
 *   <li>its SHA-256 is computed there;
 *   <li>the ledger notes the fax (state {@code moving}) and the arrival, under that folder's name;
 *   <li>it is moved into the archive, or deleted where the archive has the same bytes;
 *   <li>the ledger notes that the fax is waiting to be read.
 * </ol>
 */
final class Taking {

  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

  private static final int LONGEST_EXTENSION = 8;

  private final DataFolder data;
  private final Arrivals arrivals;
  private final Clock clock;

  Taking(DataFolder data, Arrivals arrivals, Clock clock) {
    this.data = data;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /**
   * Takes a file out of the inbox.
   *
   * @return false if it was no longer there
   * @throws IOException if it cannot be moved now; it then lies where it was, or in {@code taking/}
   */
  boolean take(Candidate candidate) throws IOException {
    if (!Files.isRegularFile(candidate.file(), LinkOption.NOFOLLOW_LINKS)) {
      return false; // gone, or replaced by a link that leads elsewhere
    }
    String token = UUID.randomUUID().toString();
    Path staged = staged(token, candidate.source());
    try {
      DurableMove.rename(candidate.file(), staged);
    } catch (AtomicMoveNotSupportedException e) {
      removeFolders(token);
      take(Apart.of(candidate, token));
      return true;
    } catch (NoSuchFileException e) {
      removeFolders(token);
      if (Files.exists(candidate.file())) {
        throw e;
      }
      return false;
    } catch (IOException e) {
      if (!Files.exists(staged)) {
        removeFolders(token);
      }
      throw e;
    }
    finish(token, staged, candidate.source());
    return true;
  }

  /**
   * Takes a file that was put apart in the inbox, however far that had come.
   *
   * @throws IOException if it cannot be moved now; it then lies where it was, or in {@code taking/}
   */
  void take(Apart apart) throws IOException {
    Path staged = staged(apart.token(), apart.source());
    try {
      apart.bring(staged);
    } catch (IOException e) {
      if (!Files.exists(staged)) {
        removeFolders(apart.token());
      }
      throw e;
    }
    finish(apart.token(), staged, apart.source());
  }

  private Path staged(String token, String source) {
    return data.taking().resolve(token).resolve(source);
  }

  /** The folders of files that are under way. */
  List<String> tokens() throws IOException {
    try (Stream<Path> listed = Files.list(data.taking())) {
      return listed.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** Where the file of a token came from, below the inbox; its token where it has none. */
  String source(String token) throws IOException {
    Path folder = data.taking().resolve(token);
    return onlyFile(folder).map(file -> InboxScan.source(folder, file)).orElse(token);
  }

  /**
   * Goes on with a file at the step at which it stood.
   *
   * @throws IOException if it cannot be moved now; it is then still in {@code taking/}
   */
  void goOn(String token) throws IOException {
    Path folder = data.taking().resolve(token);
    Optional<Path> file = onlyFile(folder);
    if (file.isPresent()) {
      finish(token, file.get(), InboxScan.source(folder, file.get()));
      return;
    }
    Optional<Fax> fax = arrivals.faxOf(token);
    if (fax.isPresent()) {
      if (isArchived(fax.get())) {
        arrivals.arrived(fax.get().id(), token);
      } else {
        arrivals.vanished(fax.get().id());
      }
    }
    removeFolders(token);
  }

  /**
   * Settles faxes that were on their way and have no folder any more: a folder that was restored
   * from a backup may hold such, with the file in the archive or lost.
   */
  void settleMoving() throws IOException {
    if (!tokens().isEmpty()) {
      return;
    }
    for (Fax fax : arrivals.moving()) {
      if (isArchived(fax)) {
        arrivals.landed(fax.id());
      } else {
        arrivals.vanished(fax.id());
      }
    }
  }

  private boolean isArchived(Fax fax) {
    return Files.exists(data.root().resolve(fax.archived()));
  }

  private static Optional<Path> onlyFile(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !DurableMove.isPart(file))
          .findFirst();
    }
  }

  private void finish(String token, Path staged, String source) throws IOException {
    Taken taken =
        new Taken(
            token,
            staged,
            source,
            FileHash.sha256(staged),
            Files.size(staged),
            Files.getLastModifiedTime(staged).toInstant());
    Fax fax = arrivals.note(taken, archived(taken), clock.instant());
    Path place = data.root().resolve(fax.archived());
    if (isArchived(fax) || fax.state().equals("removed")) {
      Files.delete(staged);
    } else {
      DurableMove.move(staged, place);
    }
    arrivals.arrived(fax.id(), token);
    removeFolders(token);
    LOG.info("taken: {} bytes", taken.bytes());
  }

  private String archived(Taken taken) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return String.format(
        "archive/%04d/%02d/%02d/%s%s",
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        taken.sha256(),
        extension(taken.source()));
  }

  /** The extension of a name, if it is a plain one. */
  private static String extension(String source) {
    int dot = source.lastIndexOf('.');
    String extension = dot < 0 ? "" : source.substring(dot);
    return extension.length() <= LONGEST_EXTENSION && extension.matches("\\.[A-Za-z0-9]+")
        ? extension
        : "";
  }

  /**
   * Removes a token's folder, those in it and what was copied in part; what still holds a whole
   * file stays for the next start.
   */
  private void removeFolders(String token) throws IOException {
    Path folder = data.taking().resolve(token);
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> rest;
    try (Stream<Path> all = Files.walk(folder)) {
      rest = all.sorted(Comparator.reverseOrder()).toList();
    }
    if (rest.stream().allMatch(f -> isFolder(f) || DurableMove.isPart(f))) {
      for (Path each : rest) {
        Files.delete(each);
      }
    }
  }

  private static boolean isFolder(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }
}
