package yomitori.desk.reading;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DataFolder;
import yomitori.desk.DiskWords;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.WaitingFaxes.Claim;

/**
 * Reads waiting faxes on several threads until it is closed. No fax stops the line: what cannot be
 * read is noted, what the disk or the database refuses is tried again.
 */
public final class ReadingLine implements AutoCloseable {

  private static final long LOOK_AGAIN_SECONDS = 2;
  private static final long PATIENCE_SECONDS = 30;

  /** So long the others go first, for what hindered this one may hinder it alone. */
  private static final Duration LINE_GOES_FIRST = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(ReadingLine.class);

  private final WaitingFaxes faxes;
  private final FaxReading reading;
  private final FailedFolder failed;
  private final DataFolder data;
  private final Problems problems;
  private final Clock clock;
  private final Semaphore work = new Semaphore(0);

  /** Claims to be given back when the ledger answers again. */
  private final Queue<Claim> owed = new ConcurrentLinkedQueue<>();

  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param desk names the desk in its claims, over restarts
   * @param reader reads pages
   * @param workers threads, at least 1
   * @param largestBytes files with more are not read
   */
  public ReadingLine(
      DataFolder data,
      Ledger ledger,
      String desk,
      PageLedger pages,
      RecordReader reader,
      int workers,
      long largestBytes,
      Problems problems,
      Clock clock) {
    this.faxes = new WaitingFaxes(ledger, desk);
    this.reading = new FaxReading(data, faxes, pages, reader, largestBytes, problems, clock);
    this.failed = new FailedFolder(data, ledger);
    this.data = data;
    this.problems = problems;
    this.clock = clock;
    for (int i = 1; i <= workers; i++) {
      threads.add(new Thread(this::work, "reading-" + i));
    }
  }

  /** Begins to read. */
  public void start() {
    faxes.releaseOwn();
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** Says that a fax has come, so that nobody waits for the next look. */
  public void wake() {
    work.release();
  }

  /** Ends after the pages in hand. */
  @Override
  public void close() {
    stopped = true;
    work.release(threads.size());
    for (Thread thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void work() {
    while (!stopped) {
      try {
        if (!readOne()) {
          work.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** False where there was nothing to do, or nothing could be done. */
  private boolean readOne() {
    try {
      giveBackOwed();
      Optional<Claim> claim = faxes.claim(clock.instant());
      claim.ifPresent(this::read);
      layOut();
      problems.solved(Place.LEDGER, "");
      problems.solved(Place.READING, "");
      return claim.isPresent();
    } catch (JdbiException e) {
      LOG.error("the ledger refused", e);
      problems.raise(Place.LEDGER, "", String.valueOf(e.getMessage()), clock.instant());
      return false;
    } catch (RuntimeException | Error e) {
      // Nothing may end this thread: a missing library is mended by a restart, memory comes back.
      LOG.error("reading failed", e);
      problems.raise(Place.READING, "", e.getClass().getSimpleName(), clock.instant());
      return false;
    }
  }

  /** A fax that was not read to its end does not stay claimed. */
  private void read(Claim claim) {
    try {
      reading.read(claim, () -> stopped);
    } catch (LinkageError e) {
      owed.add(claim); // a part of the program is missing
      throw e;
    } catch (RuntimeException | Error e) {
      letGo(claim);
      throw e;
    }
  }

  /** Where the ledger answers, the cause lies in the fax; else in the ledger. */
  private void letGo(Claim claim) {
    try {
      faxes.letGo(claim);
    } catch (JdbiException e) {
      LOG.warn("fax {} stays claimed until the ledger answers", claim.id());
      owed.add(claim);
    }
  }

  private void giveBackOwed() {
    for (Claim claim = owed.peek(); claim != null; claim = owed.peek()) {
      faxes.giveBack(claim, clock.instant().plus(LINE_GOES_FIRST));
      owed.remove(claim);
    }
  }

  private synchronized void layOut() {
    String folder = data.failed().toString();
    try {
      failed.layOut();
      problems.solved(Place.ARCHIVE, folder);
    } catch (IOException e) {
      LOG.warn("failed faxes cannot be laid out: {}", DiskWords.of(e));
      problems.raise(Place.ARCHIVE, folder, DiskWords.of(e), clock.instant());
    }
  }
}
