package yomitori.desk.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yomitori.desk.DurableMove;

/**
 * A file that lies on another disk than {@code taking/} and has to be copied there. Before that it
 * gets a hidden folder of its own beside where it lay: a machine that writes its name anew
 * meanwhile writes another file, and after a power cut the copy is begun anew.
 *
 * @param folder {@code .taking-TOKEN}, in the folder that the file came from
 * @param source the file's path below the inbox, as it came
 */
record Apart(Path folder, String source) {

  private static final String MARK = ".taking-";
  private static final Pattern NAME = Pattern.compile("\\.taking-[0-9a-f-]{36}");

  /** Whether a folder is one of these. */
  static boolean is(Path folder) {
    return NAME.matcher(folder.getFileName().toString()).matches();
  }

  /** Puts a file apart. */
  static Apart of(Candidate candidate, String token) throws IOException {
    Path file = candidate.file();
    Path folder = Files.createDirectory(file.resolveSibling(MARK + token));
    try {
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.delete(folder);
      throw e;
    }
    DurableMove.sync(folder);
    DurableMove.sync(folder.getParent());
    return new Apart(folder, candidate.source());
  }

  /** What a folder of the inbox holds, which the desk put apart before; an empty one is removed. */
  static Optional<Apart> in(Path inbox, Path folder) throws IOException {
    Optional<Path> file = file(folder);
    if (file.isEmpty()) {
      Files.delete(folder);
      return Optional.empty();
    }
    Path came = folder.resolveSibling(file.get().getFileName());
    return Optional.of(new Apart(folder, InboxScan.source(inbox, came)));
  }

  String token() {
    return folder.getFileName().toString().substring(MARK.length());
  }

  /**
   * Copies the file to its place; what lay apart is removed when the copy is on the disk.
   *
   * @throws IOException if the disk refuses; the file then still lies apart
   */
  void bring(Path staged) throws IOException {
    Optional<Path> file = file(folder);
    if (file.isPresent()) {
      DurableMove.move(file.get(), staged);
    }
    Files.delete(folder);
  }

  private static Optional<Path> file(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).findFirst();
    }
  }
}
