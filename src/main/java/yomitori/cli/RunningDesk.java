package yomitori.cli;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.desk.DataFolder;
import yomitori.desk.DiskWords;
import yomitori.desk.export.ExportSchedule;
import yomitori.desk.export.Exports;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Metrics;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.inbox.Drop;
import yomitori.desk.inbox.Inbox;
import yomitori.desk.journal.Journal;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.LedgerOwner;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.People;
import yomitori.desk.place.Places;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.reading.ReadingLine;
import yomitori.desk.retention.Retention;
import yomitori.desk.settings.Settings;
import yomitori.desk.thresholds.Thresholds;
import yomitori.desk.values.PageForms;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.register.Blank;
import yomitori.resolve.master.MasterList;
import yomitori.review.account.AccountRoutes;
import yomitori.review.web.Binding;
import yomitori.review.web.Routes;
import yomitori.review.web.WebServer;
import yomitori.tally.desk.TallySurvey;
import yomitori.tally.pages.DeskTally;

/** A desk at work: inbox, reading and pages, until it is closed. */
final class RunningDesk implements AutoCloseable {

  /** Names the desk in claims; one database, one desk. */
  private static final String NAME = "desk";

  private static final String SCRATCH = ".uploads";

  private final OpenParts parts = new OpenParts();
  private final Plan plan;
  private People people;
  private WebServer server;

  /**
   * What a desk is made of.
   *
   * @param data its folder; made where it does not exist
   * @param blanks those that pages are read as
   * @param survey that is counted, and the institutions that may answer it
   * @param reader reads pages
   * @param settings how it works
   * @param rebind whether a ledger of another folder becomes this folder's
   */
  record Plan(
      DataFolder data,
      List<Blank> blanks,
      TallySurvey survey,
      DeskReader reader,
      Settings settings,
      boolean rebind) {

    Optional<MasterList> masters() {
      return survey.list();
    }

    List<Form> forms() {
      return blanks.stream().map(Blank::form).toList();
    }

    Binding binding() {
      Settings.Web web = settings.web();
      return new Binding(web.address(), web.port(), web.hosts(), web.https());
    }

    /** Opens the ledger of the settings. */
    Ledger openLedger() {
      Settings.Database database = settings.database();
      return database
          .url()
          .map(url -> Ledger.postgresql(url, database.user(), database.password()))
          .orElseGet(() -> Ledger.sqlite(data.ledger()));
    }
  }

  private RunningDesk(Plan plan) {
    this.plan = plan;
  }

  private void open(Clock clock) throws IOException {
    DataFolder data = plan.data();
    Settings settings = plan.settings();
    keep(FolderLock.take(data.lock()));
    keep(Journal.open(data.logs(), settings.logs()));
    Ledger ledger = keep(plan.openLedger());
    if (settings.database().url().isPresent()) {
      LedgerOwner.claim(ledger, data.identity(), plan.rebind(), clock.instant());
    }
    Problems problems = new Problems();
    people = People.of(ledger, clock, settings.web().sessions());
    PageLedger pages = new PageLedger(ledger, plan.forms());
    ReadingLine line =
        keep(
            new ReadingLine(
                data,
                ledger,
                NAME,
                pages,
                plan.reader().pages(),
                settings.reading().workers(),
                settings.inbox().largestBytes(),
                problems,
                clock));
    PageForms forms = new PageForms(plan.forms());
    PagePictures pictures = new PagePictures(ledger, forms, data.root());
    Places places = keep(new Places(ledger, forms, pictures, plan.reader().laid(), pages, clock));
    Thresholds thresholds =
        keep(new Thresholds(ledger, forms, plan.reader().resolver(), plan.reader().costs(), clock));
    thresholds.start();
    Inbox inbox = keep(new Inbox(data, ledger, settings.inbox(), problems, clock, line::wake));
    Exports exports =
        new Exports(
            ledger,
            settings.export().folder().orElse(data.exports()),
            plan.forms(),
            CsvEncoding.UTF_8,
            clock);
    exports.finish();
    Retention retention =
        new Retention(ledger, data, settings.retention(), clock, pictures::forget);
    deleteRest(retention, problems, clock);
    Path scratch = scratch();
    new Drop(data).clear();
    DeskTally tally = TallyPages.tally(plan.survey(), data, ledger, clock);
    keep(tally.runs());
    PrometheusMeterRegistry registry = Metrics.of(ledger, problems, new DiskSpace(data.root()));
    List<Routes> routes =
        DeskPages.of(
            new DeskPages.Parts(
                data,
                ledger,
                people,
                problems,
                exports,
                retention,
                registry,
                forms,
                plan.blanks(),
                plan.masters(),
                settings,
                pictures,
                thresholds,
                places,
                tally,
                clock));
    WebServer.Means means =
        new WebServer.Means(
            people, clock.getZone(), scratch, settings.web().uploadBytes(), registry);
    server = keep(WebServer.start(plan.binding(), means, routes));
    settings
        .export()
        .times()
        .ifPresent(times -> keep(new ExportSchedule(exports, times, problems, clock)).start());
    line.start();
    inbox.start();
  }

  /** An empty folder for what is being uploaded; what a process that was killed left there goes. */
  private Path scratch() throws IOException {
    Path scratch = Files.createDirectories(plan.data().root().resolve(SCRATCH));
    try (Stream<Path> left = Files.list(scratch)) {
      for (Path file : left.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    return scratch;
  }

  /** What a removal that was cut off left; a disk that refuses does not keep the desk from work. */
  private void deleteRest(Retention retention, Problems problems, Clock clock) {
    try {
      retention.deleteFiles();
    } catch (IOException e) {
      String archive = plan.data().archive().toString();
      problems.raise(Place.ARCHIVE, archive, DiskWords.of(e), clock.instant());
    }
  }

  /**
   * Starts a desk.
   *
   * @throws FolderLock.HeldException if another desk runs on the folder
   * @throws IOException if its folder cannot be written or the port is taken
   * @throws yomitori.desk.ledger.LedgerException if its ledger cannot be opened
   */
  static RunningDesk start(Plan plan, Clock clock) throws IOException {
    plan.data().create();
    RunningDesk desk = new RunningDesk(plan);
    try {
      desk.open(clock);
      return desk;
    } catch (IOException | RuntimeException | Error e) {
      desk.parts.closeAfter(e);
      throw e;
    }
  }

  /** Where a browser on this machine finds it. */
  String address() {
    return server.address();
  }

  /** Where the first manager is made, while there is none. */
  Optional<String> setUpAddress() {
    return people.setUp().token().map(token -> address() + AccountRoutes.setUpPath(token));
  }

  /** Ends the parts, the last that was started first; what they had begun they finish. */
  @Override
  public void close() {
    parts.close();
  }

  private <T extends AutoCloseable> T keep(T part) {
    return parts.keep(part);
  }
}
