package yomitori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yomitori.desk.DataFolder;
import yomitori.desk.DeskException;
import yomitori.desk.backup.Backup;
import yomitori.desk.settings.Settings;

/** {@code backup}: a desk's data folder in one file. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "option.desk")
  private Path data = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.backup")
  private Path out = Path.of("");

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DataFolder folder = new DataFolder(data);
    try {
      Optional<String> database =
          Settings.load(Map.of(), System.getenv(), folder.settings()).database().url();
      int files = Backup.write(folder, database.isEmpty(), out);
      session.say("backup.done", out, files);
      if (database.isPresent()) {
        session.warn("backup.database");
      }
      return ExitCode.ALL_READ;
    } catch (DeskException e) {
      throw CommandFailure.wrongCommandLine(e.said(session.messages().locale()));
    } catch (IOException e) {
      throw CommandFailure.unwritable(session, out, e);
    }
  }
}
