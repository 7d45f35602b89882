package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of a master list: those named, and those with a list's ending in named folders. */
final class MasterFiles {

  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".xlsx");

  private MasterFiles() {}

  /**
   * The files in the order given, those of a folder by name; says on stderr what it passes over.
   *
   * @throws CommandFailure if a folder holds none or cannot be read
   */
  static List<Path> find(List<Path> given, Session session) {
    List<Path> files = new ArrayList<>();
    for (Path path : given) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path, session));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> inFolder(Path folder, Session session) {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.filter(MasterFiles::isShownFile).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e, session);
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e.getCause(), session);
    }
    List<Path> lists = all.stream().filter(MasterFiles::isList).toList();
    all.stream()
        .filter(file -> !lists.contains(file))
        .forEach(file -> session.warn("masters.passed", file));
    if (lists.isEmpty()) {
      throw CommandFailure.wrongCommandLine(
          session.messages().text("masters.folder.empty", folder));
    }
    return lists;
  }

  private static CommandFailure unreadable(Path folder, IOException e, Session session) {
    return CommandFailure.wrongCommandLine(
        session
            .messages()
            .text("masters.UNREADABLE", folder, DiskFault.what(e, session.messages())));
  }

  private static boolean isShownFile(Path path) {
    return Files.isRegularFile(path) && !path.getFileName().toString().startsWith(".");
  }

  private static boolean isList(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    // An open spreadsheet leaves a file of such a name beside it.
    return !name.startsWith("~$") && ENDINGS.stream().anyMatch(name::endsWith);
  }
}
