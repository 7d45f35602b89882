package yomitori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yomitori.desk.DataFolder;
import yomitori.desk.inbox.Inbox;
import yomitori.desk.ledger.LedgerException;
import yomitori.desk.reading.RecordReader;
import yomitori.form.Form;
import yomitori.record.StageClock;
import yomitori.register.Blank;
import yomitori.resolve.Resolver;
import yomitori.review.web.Binding;

/** {@code watch}: the desk. */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {

  private static final int PORT = 8090;

  private final Session session;

  @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "option.data")
  private Path data = Path.of("");

  @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
  private int port = PORT;

  @Option(names = "--phrases", paramLabel = "FILE", descriptionKey = "option.phrases")
  private Optional<Path> phrases = Optional.empty();

  @Mixin private ReadOptions options = new ReadOptions();

  WatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int workers = options.workers(session);
    List<Blank> blanks = options.blanks(session);
    List<Form> forms = blanks.stream().map(Blank::form).toList();
    Masters masters = options.masters(session);
    masters.report(session);
    DataFolder folder = new DataFolder(data);
    try (Rooms.OpenReader reader = options.reader(session, blanks, resolver(forms, masters))) {
      RecordReader pages =
          (page, receivedAt) -> reader.pages().read(page, receivedAt, StageClock.NONE).record();
      Binding binding = Binding.loopback(port);
      serve(
          new RunningDesk.Plan(
              folder, forms, masters.list(), pages, workers, Inbox.Rules.DEFAULT, binding));
    } catch (FolderLock.HeldException e) {
      throw CommandFailure.wrongCommandLine(session.messages().text("watch.busy", folder.root()));
    } catch (IOException e) {
      throw CommandFailure.wrongCommandLine(
          session
              .messages()
              .text("watch.unusable", folder.root(), DiskFault.said(e, session.messages())));
    } catch (LedgerException e) {
      throw CommandFailure.wrongCommandLine(
          session.messages().text("watch.unusable", folder.root(), e.getMessage()));
    }
    return ExitCode.ALL_READ;
  }

  private Resolver resolver(List<Form> forms, Masters masters) {
    return new Resolver(masters.list(), PhraseFile.load(phrases, forms, session));
  }

  /** Serves until the system asks the process to end. */
  private void serve(RunningDesk.Plan plan) throws IOException {
    CountDownLatch asked = new CountDownLatch(1);
    try (RunningDesk desk = RunningDesk.start(plan, Clock.system(ZoneId.systemDefault()))) {
      EndSignals.handle(
          signal -> {
            if (asked.getCount() == 0) {
              EndSignals.end(signal);
            }
            asked.countDown();
          });
      session.say("watch.running", plan.data().inbox(), desk.address());
      desk.setUpAddress().ifPresent(address -> session.say("watch.setUp", address));
      asked.await();
      session.say("watch.ending");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      EndSignals.endAtOnce();
    }
  }
}
