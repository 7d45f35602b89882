package yomitori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yomitori.desk.DataFolder;
import yomitori.desk.DeskException;
import yomitori.desk.backup.Restore;
import yomitori.desk.settings.Settings;

/** {@code restore}: a data folder out of a backup. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--from", paramLabel = "FILE", required = true, descriptionKey = "option.from")
  private Path from = Path.of("");

  @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "option.into")
  private Path data = Path.of("");

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DataFolder folder = new DataFolder(data);
    try {
      int files = Restore.from(from, folder);
      session.say("restore.done", folder.root(), files);
      if (Settings.load(Map.of(), System.getenv(), folder.settings())
          .database()
          .url()
          .isPresent()) {
        session.warn("restore.database");
      }
      return ExitCode.ALL_READ;
    } catch (DeskException e) {
      throw CommandFailure.wrongCommandLine(e.said(session.messages().locale()));
    } catch (IOException e) {
      throw CommandFailure.wrongCommandLine(
          session
              .messages()
              .text("restore.failed", from, folder.root(), DiskFault.said(e, session.messages())));
    }
  }
}
