package yomitori.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yomitori.desk.DataFolder;
import yomitori.desk.DeskException;
import yomitori.desk.settings.Setting;
import yomitori.desk.settings.Settings;
import yomitori.desk.settings.SettingsTemplate;
import yomitori.desk.thresholds.CostsInForce;
import yomitori.form.Form;
import yomitori.register.Blank;
import yomitori.resolve.Resolver;
import yomitori.tally.desk.TallySurvey;

/** {@code watch}: the desk. */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "option.data")
  private Path data = Path.of("");

  @Option(names = "--address", paramLabel = "IP", descriptionKey = "option.address")
  private Optional<String> address = Optional.empty();

  @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
  private Optional<String> port = Optional.empty();

  @Option(names = "--phrases", paramLabel = "FILE", descriptionKey = "option.phrases")
  private Optional<Path> phrases = Optional.empty();

  @Option(names = "--rebind", descriptionKey = "option.rebind")
  private boolean rebind;

  @Mixin private ReadOptions options = new ReadOptions();

  WatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DataFolder folder = new DataFolder(data);
    try {
      run(folder);
    } catch (DeskException e) {
      throw CommandFailure.wrongCommandLine(e.said(session.messages().locale()));
    } catch (FolderLock.HeldException e) {
      throw CommandFailure.wrongCommandLine(session.messages().text("watch.busy", folder.root()));
    } catch (BindException e) {
      throw CommandFailure.wrongCommandLine(session.messages().text("watch.taken", e.getMessage()));
    } catch (IOException e) {
      throw CommandFailure.wrongCommandLine(
          session
              .messages()
              .text("watch.unusable", folder.root(), DiskFault.said(e, session.messages())));
    }
    return ExitCode.ALL_READ;
  }

  private void run(DataFolder folder) throws IOException {
    folder.create();
    SettingsTemplate.writeIfMissing(folder.settings());
    Settings settings = Settings.load(flags(), System.getenv(), folder.settings());
    ReadOptions reading = options.orElse(settings.reading());
    List<Blank> blanks = reading.blanks(session);
    List<Form> forms = blanks.stream().map(Blank::form).toList();
    Masters masters = reading.masters(session);
    masters.report(session);
    Resolver resolver =
        new Resolver(
            masters.list(),
            PhraseFile.load(phrases.or(settings.reading()::phrases), forms, session));
    CostsInForce costs = new CostsInForce();
    try (Rooms.OpenReader reader =
        reading.reader(
            session, blanks, (form, evidence) -> resolver.resolve(costs.of(form), evidence))) {
      DeskReader pages = DeskReader.of(reader, resolver::resolve, costs);
      TallySurvey survey = TallyPages.survey(blanks, reading.folder(session), masters);
      serve(new RunningDesk.Plan(folder, blanks, survey, pages, settings, rebind));
    }
  }

  /** The settings that the command line names. */
  private Map<Setting, String> flags() {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    address.ifPresent(text -> flags.put(Setting.ADDRESS, text));
    port.ifPresent(text -> flags.put(Setting.PORT, text));
    options.askedWorkers(session).ifPresent(n -> flags.put(Setting.WORKERS, n.toString()));
    return flags;
  }

  /** Serves until the system asks the process to end. */
  private void serve(RunningDesk.Plan plan) throws IOException {
    CountDownLatch asked = new CountDownLatch(1);
    Clock clock = Clock.system(plan.settings().web().zone());
    try (RunningDesk desk = RunningDesk.start(plan, clock)) {
      EndSignals.handle(
          signal -> {
            if (asked.getCount() == 0) {
              EndSignals.end(signal);
            }
            asked.countDown();
          });
      session.say("watch.running", plan.data().inbox(), desk.address());
      if (!plan.binding().isLoopback()) {
        session.say("watch.open", plan.binding().address());
      }
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
