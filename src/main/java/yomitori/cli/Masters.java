package yomitori.cli;

import java.nio.file.Path;
import yomitori.resolve.master.MasterList;
import yomitori.resolve.master.MasterListException;
import yomitori.resolve.master.MasterListFile;

/** Loads the master list that a command line names. */
final class Masters {

  /** Rows left out that are named one by one. */
  private static final int NAMED = 5;

  private Masters() {}

  /**
   * Says on stderr which rows were left out.
   *
   * @throws CommandFailure if the file holds no institution
   */
  static MasterList load(Path file, Session session) {
    try {
      MasterListFile.Read read = MasterListFile.read(file);
      read.skipped().stream()
          .limit(NAMED)
          .forEach(row -> session.warn("masters.skipped", file, row.row(), row.text()));
      if (read.skipped().size() > NAMED) {
        session.warn("masters.skipped.more", file, read.skipped().size() - NAMED);
      }
      return read.list();
    } catch (MasterListException e) {
      throw CommandFailure.wrongCommandLine(
          session.messages().text("masters." + e.fault(), file, e.detail()));
    }
  }
}
