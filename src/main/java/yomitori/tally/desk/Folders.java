package yomitori.tally.desk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import yomitori.desk.DurableMove;
import yomitori.desk.FolderTree;

/**
 * Folders that take each other's place as wholes. Cut off in between, the former one is beside the
 * name, and {@link #finish} gives it back.
 */
final class Folders {

  private static final String FORMER = ".former-";

  private Folders() {}

  /**
   * Puts a folder in place of another.
   *
   * @param fresh whole; it has another name then
   * @param place may be missing
   */
  static void replace(Path fresh, Path place) throws IOException {
    sync(fresh);
    Path former = former(place);
    FolderTree.delete(former);
    if (Files.exists(place)) {
      DurableMove.move(place, former);
    }
    DurableMove.move(fresh, place);
    FolderTree.delete(former);
  }

  /** Gives back what was taken from its place when the process ended before another was there. */
  static void finish(Path place) throws IOException {
    Path former = former(place);
    if (Files.exists(former) && Files.notExists(place)) {
      DurableMove.move(former, place);
    }
    FolderTree.delete(former);
  }

  /** The places in a folder, those that lack what was taken from them too; sorted. */
  static List<Path> places(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(Path::getFileName)
          .map(Path::toString)
          .map(name -> name.startsWith(FORMER) ? name.substring(FORMER.length()) : name)
          .filter(name -> !name.startsWith("."))
          .distinct()
          .sorted()
          .map(folder::resolve)
          .toList();
    }
  }

  private static Path former(Path place) {
    return place.resolveSibling(FORMER + place.getFileName());
  }

  private static void sync(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        if (Files.isRegularFile(path)) {
          try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        } else {
          DurableMove.sync(path);
        }
      }
    }
  }
}
