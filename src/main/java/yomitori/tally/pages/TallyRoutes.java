package yomitori.tally.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Deed;
import yomitori.desk.people.Role;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Tally;
import yomitori.tally.answer.Source;
import yomitori.tally.desk.KeptSource;
import yomitori.tally.desk.MadeTally;
import yomitori.tally.desk.RunState;
import yomitori.tally.desk.RunState.Failed;
import yomitori.tally.desk.RunState.Running;
import yomitori.tally.desk.TallyTrail;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.report.words.Words;

/** Making a tally, what the last one counted, and taking its files along. */
public final class TallyRoutes implements Routes {

  private static final String PATH = "/tally";
  private static final int ORDER = 60;

  private final DeskTally desk;

  /** The page of a desk's tally. */
  public TallyRoutes(DeskTally desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.post(PATH, Access.MANAGER, this::make);
    router.get(PATH + "/progress", Access.OPERATOR, this::progress);
    router.get(PATH + "/files/{name}", Access.OPERATOR, this::take);
    router.get(PATH + "/charts/{name}", Access.OPERATOR, this::chart);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "nav", Access.OPERATOR, ORDER));
  }

  private void make(Request request) {
    desk.runs().start(request.operator().actor(), request.locale());
    request.redirect(PATH);
  }

  private void progress(Request request) {
    if (desk.runs().state() instanceof Running running) {
      request.render("tally/progress.jte", running(running, request.texts()));
    } else {
      request.redirect(PATH + "?made=yes");
    }
  }

  private static String running(Running running, Texts texts) {
    return texts.text("step." + running.step(), running.operator(), texts.time(running.since()));
  }

  private void show(Request request) throws IOException {
    Texts texts = request.texts();
    RunState state = desk.runs().state();
    Optional<TallyPlan> plan = Optional.empty();
    String said = said(state, request);
    boolean fault = state instanceof Failed;
    List<KeptSource> sources = List.of();
    try {
      plan = Optional.of(desk.folder().plan(desk.survey()));
      sources = desk.sources().all(plan.get());
    } catch (TallyException e) {
      said = Faults.said(e, desk.folder().root(), request);
      fault = true;
    }
    Optional<Path> folder = desk.runs().report();
    Optional<ReportFiles> files =
        folder.isPresent() ? Optional.of(ReportFiles.of(folder.get())) : Optional.empty();
    Optional<MadeTally> made = desk.runs().made();
    Words words = new Words(request.locale());
    request.render(
        "tally/tally.jte",
        new TallyModel(
            request.may(Role.MANAGER),
            plan.map(TallyPlan::title).orElse(""),
            desk.records().numbers(),
            sources,
            desk.survey().list().map(list -> list.entries().size()).orElse(0),
            state instanceof Running running ? running(running, texts) : "",
            said,
            fault,
            made.isPresent() ? stale(made.get(), texts) : "",
            made(made, folder, texts),
            files,
            made.map(m -> ResultView.of(m.tally(), words))));
  }

  private String said(RunState state, Request request) {
    Texts texts = request.texts();
    if (state instanceof Failed failed) {
      return failed
          .given()
          .map(given -> given.said(request.locale()))
          .orElseGet(() -> texts.text("failed." + failed.failure(), failed.detail()));
    }
    return request.query("made").equals("yes") ? texts.text("made") : "";
  }

  private static String made(Optional<MadeTally> made, Optional<Path> folder, Texts texts)
      throws IOException {
    if (made.isPresent()) {
      return texts.text("made.at", texts.time(made.get().at()), made.get().operator());
    }
    if (folder.isEmpty()) {
      return "";
    }
    Instant at = Files.getLastModifiedTime(folder.get()).toInstant();
    return texts.text("made.before", texts.time(at));
  }

  /** What changed since a tally was made. */
  private String stale(MadeTally made, Texts texts) throws IOException {
    if (desk.folder().changedAt().filter(at -> at.isAfter(made.at())).isPresent()) {
      return texts.text("stale.given");
    }
    long now = desk.records().numbers().counting();
    long then = faxes(made.tally());
    return now == then ? "" : texts.text("stale.faxes", texts.number(then), texts.number(now));
  }

  private static long faxes(Tally tally) {
    return tally.flow().sources().stream()
        .filter(s -> s.source().kind() == Source.Kind.FAX)
        .mapToLong(TallyRoutes::records)
        .sum();
  }

  private static long records(SourceFlow fax) {
    return fax.answers() + fax.notCounted();
  }

  private ReportFiles files() throws IOException {
    return ReportFiles.of(desk.runs().report().orElseThrow(Refusal::notFound));
  }

  private void take(Request request) throws IOException {
    String name = request.path("name");
    ReportFiles files = files();
    boolean all = name.equals(ReportFiles.ZIP);
    if (!all && !files.single().contains(name)) {
      throw Refusal.notFound();
    }
    desk.audit()
        .add(
            request.operator().actor(),
            Deed.change(Action.EXPORTED, TallyTrail.TALLY, name, "", ""));
    try (OutputStream out = request.download(ReportFiles.mediaType(name), name)) {
      if (all) {
        files.zip(out);
      } else {
        Files.copy(files.find(name).orElseThrow(Refusal::notFound), out);
      }
    }
  }

  private void chart(Request request) throws IOException {
    String name = "charts/" + request.path("name");
    ReportFiles files = files();
    if (!files.charts().contains(name)) {
      throw Refusal.notFound();
    }
    Path file = files.find(name).orElseThrow(Refusal::notFound);
    request.bytes(ReportFiles.mediaType(name), Files.readAllBytes(file));
  }
}
