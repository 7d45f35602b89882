package yomitori.tally.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DiskWords;
import yomitori.desk.FolderTree;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Deed;
import yomitori.desk.export.CountedRecords;
import yomitori.form.TypefaceMissingException;
import yomitori.tally.Tally;
import yomitori.tally.Tallying;
import yomitori.tally.desk.RunState.Failed;
import yomitori.tally.desk.RunState.Failure;
import yomitori.tally.desk.RunState.Idle;
import yomitori.tally.desk.RunState.Running;
import yomitori.tally.desk.RunState.Step;
import yomitori.tally.input.TallyException;
import yomitori.tally.report.Report;

/**
 * Makes tallies of a desk, one at a time, on a thread of its own. The report of the last one is in
 * the folder; what the pages show of it is kept in memory.
 */
public final class TallyRuns implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TallyRuns.class);

  private static final long PATIENCE_SECONDS = 60;

  private static final String RECORDS = "records.jsonl";

  private final TallyFolder folder;
  private final TallySurvey survey;
  private final SourceShelf sources;
  private final CountedRecords records;
  private final TallyTrail trail;

  /** Held while a report takes the place of another. */
  private final Object swapping = new Object();

  private Optional<Thread> thread = Optional.empty();
  private boolean closed;
  private volatile RunState state = new Idle();
  private volatile Optional<MadeTally> made = Optional.empty();

  /** Tallies of a desk. */
  public TallyRuns(
      TallyFolder folder,
      TallySurvey survey,
      SourceShelf sources,
      CountedRecords records,
      TallyTrail trail) {
    this.folder = folder;
    this.survey = survey;
    this.sources = sources;
    this.records = records;
    this.trail = trail;
  }

  /** Where it is. */
  public RunState state() {
    return state;
  }

  /** The last tally; empty where none was made since the desk was started. */
  public Optional<MadeTally> made() {
    return made;
  }

  /** The folder of the last report; empty where there is none. */
  public Optional<Path> report() throws IOException {
    synchronized (swapping) {
      Folders.finish(folder.out());
      return Optional.of(folder.out()).filter(Files::isDirectory);
    }
  }

  /**
   * Begins to make one.
   *
   * @param locale of the report
   * @return false where one is being made already
   */
  public synchronized boolean start(Actor who, Locale locale) {
    if (closed || state instanceof Running) {
      return false;
    }
    Instant now = trail.clock().instant();
    state = new Running(Step.RECORDS, now, who.name());
    Thread run = new Thread(() -> run(who, now, locale), "tally");
    run.setDaemon(true);
    run.start();
    thread = Optional.of(run);
    return true;
  }

  private void run(Actor who, Instant begun, Locale locale) {
    RunState end = new Failed(Failure.FAULT, Optional.empty(), "", begun);
    try {
      make(who, begun, locale);
      end = new Idle();
    } catch (TallyException e) {
      TallyException told = e.below(folder.sources()).below(folder.running()).below(folder.root());
      end = failed(Failure.GIVEN, Optional.of(told), "");
    } catch (IOException e) {
      LOG.error("the tally could not be written", e);
      end = failed(Failure.DISK, Optional.empty(), DiskWords.of(e));
    } catch (TypefaceMissingException e) {
      LOG.error("the charts cannot be drawn", e);
      end = failed(Failure.TYPEFACE, Optional.empty(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("the tally could not be made", e);
      end = failed(Failure.FAULT, Optional.empty(), String.valueOf(e.getMessage()));
    } finally {
      removeRest();
      state = end;
    }
  }

  private Failed failed(Failure failure, Optional<TallyException> given, String detail) {
    return new Failed(failure, given, detail, trail.clock().instant());
  }

  private void make(Actor who, Instant begun, Locale locale) throws IOException, TallyException {
    Path running = folder.running();
    FolderTree.delete(running);
    Files.createDirectories(running);
    Path file = running.resolve(RECORDS);
    records.write(file);
    state = new Running(Step.COUNTING, begun, who.name());
    List<Path> mappings = sources.mappings();
    Tally tally = Tallying.of(folder.files(survey, file, mappings).read(survey.version()));
    state = new Running(Step.REPORT, begun, who.name());
    Path out = running.resolve("out");
    Report.write(tally, out, locale);
    Deed deed =
        Deed.change(
            Action.TALLIED,
            TallyTrail.TALLY,
            "",
            made.map(m -> Long.toString(m.tally().flow().counted())).orElse(""),
            Long.toString(tally.flow().counted()));
    synchronized (swapping) {
      trail.change(who, List.of(deed), () -> Folders.replace(out, folder.out()));
    }
    made = Optional.of(new MadeTally(tally, begun, who.name()));
  }

  /** The records hold what respondents wrote; they are not left about. */
  private void removeRest() {
    try {
      FolderTree.delete(folder.running());
    } catch (IOException e) {
      LOG.warn("what a tally needed while it was made is still there", e);
    }
  }

  /** Waits until the one that is being made is made or has failed, a minute at most. */
  void await() {
    Optional<Thread> last;
    synchronized (this) {
      last = thread;
    }
    if (last.isPresent()) {
      try {
        last.get().join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes no more, and ends after the one in hand. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    await();
  }
}
