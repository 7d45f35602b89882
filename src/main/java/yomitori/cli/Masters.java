package yomitori.cli;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.resolve.master.MasterListException;
import yomitori.resolve.master.MasterListFile;
import yomitori.resolve.master.Prefecture;

/**
 * The master list that a command line names, of one file or many.
 *
 * @param list all institutions; empty where no list was named
 * @param files what each file gave
 */
record Masters(Optional<MasterList> list, List<Loaded> files) {

  /** Rows left out, and prefectures not covered, that are named one by one. */
  private static final int NAMED = 5;

  /** No list was named. */
  static final Masters NONE = new Masters(Optional.empty(), List.of());

  Masters {
    files = List.copyOf(files);
  }

  /** A file, how many institutions it holds, and how many rows of it were left out. */
  record Loaded(Path file, int institutions, int skipped) {}

  /**
   * Loads files, and all lists of folders, and says on stderr which rows were left out.
   *
   * @param given empty where no list was named
   * @throws CommandFailure if one of them holds no institution
   */
  static Masters load(List<Path> given, Session session) {
    List<Loaded> files = new ArrayList<>();
    List<MasterEntry> entries = new ArrayList<>();
    for (Path file : MasterFiles.find(given, session)) {
      MasterListFile.Read read = read(file, session);
      warnOfSkipped(file, read.skipped(), session);
      files.add(new Loaded(file, read.entries().size(), read.skipped().size()));
      entries.addAll(read.entries());
    }
    return new Masters(
        files.isEmpty() ? Optional.empty() : Optional.of(MasterList.of(entries)), files);
  }

  private static MasterListFile.Read read(Path file, Session session) {
    try {
      return MasterListFile.read(file);
    } catch (MasterListException e) {
      List<Object> arguments = new ArrayList<>(List.of(file));
      if (e.getCause() instanceof FileSystemException disk) {
        arguments.add(DiskFault.what(disk, session.messages()));
      } else {
        arguments.addAll(e.details());
      }
      throw CommandFailure.wrongCommandLine(
          session.messages().text("masters." + e.fault(), arguments.toArray()));
    }
  }

  private static void warnOfSkipped(
      Path file, List<MasterListFile.Skipped> skipped, Session session) {
    skipped.stream()
        .limit(NAMED)
        .forEach(row -> session.warn("masters.skipped." + row.why(), file, row.row(), row.text()));
    if (skipped.size() > NAMED) {
      session.warn("masters.skipped.more", file, skipped.size() - NAMED);
    }
  }

  /** Says what was loaded from where, and which codes are proven by their check digit alone. */
  void report(Session session) {
    if (list.isEmpty()) {
      session.say("masters.none");
      return;
    }
    files.forEach(
        loaded ->
            session.say("masters.loaded", loaded.file(), loaded.institutions(), loaded.skipped()));
    int count = list.get().entries().size();
    if (files.size() > 1) {
      session.say("masters.together", files.size(), count);
    }
    List<Integer> uncovered = list.get().coverage().uncovered();
    if (uncovered.size() > NAMED) {
      session.say(
          "masters.uncovered.many", uncovered.size(), MasterEntry.PREFECTURES - uncovered.size());
    } else if (!uncovered.isEmpty()) {
      List<String> names = uncovered.stream().map(Prefecture::name).toList();
      session.say("masters.uncovered", String.join(", ", names));
    }
  }
}
