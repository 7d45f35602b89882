package yomitori.desk.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DataFolder;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.ledger.Ledger;

/**
 * Takes what is dropped into the inbox, until it is closed. The folder is looked at when the system
 * says that something changed there, and at every poll, for network shares say nothing.
 */
public final class Inbox implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final DataFolder data;
  private final Rules rules;
  private final Arrivals arrivals;
  private final Taking taking;
  private final Settling settling;
  private final Problems problems;
  private final Clock clock;
  private final Runnable taken;
  private final Thread thread = new Thread(this::watch, "inbox");
  private volatile boolean stopped;

  /**
   * How files are taken.
   *
   * @param settle how long a file must not have changed
   * @param poll how often the folder is looked at where no event comes
   * @param mostWaiting faxes waiting to be read with which no more are taken: the inbox keeps them
   * @param largestBytes files with more are not read
   * @param leastFreeBytes with less room on the disk no file is taken
   */
  public record Rules(
      Duration settle, Duration poll, int mostWaiting, long largestBytes, long leastFreeBytes) {

    /** What suits an office: a fax of a hundred pages has some 10 MB. */
    public static final Rules DEFAULT =
        new Rules(Duration.ofSeconds(3), Duration.ofSeconds(2), 1000, 200L << 20, 200L << 20);
  }

  /**
   * @param taken is called after every file that was taken
   */
  public Inbox(
      DataFolder data, Ledger ledger, Rules rules, Problems problems, Clock clock, Runnable taken) {
    this.data = data;
    this.rules = rules;
    this.arrivals = new Arrivals(ledger);
    this.taking = new Taking(data, arrivals, clock);
    this.settling = new Settling(rules.settle());
    this.problems = problems;
    this.clock = clock;
    this.taken = taken;
  }

  /**
   * Goes on with what was under way, then begins to watch.
   *
   * @throws IOException if the data folder cannot be written
   */
  public void start() throws IOException {
    data.create();
    taking.resume();
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try (WatchService events = data.inbox().getFileSystem().newWatchService()) {
      while (!stopped) {
        look(events);
        WatchKey key = events.poll(pause().toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
          key.pollEvents();
          key.reset();
          key = events.poll();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("inbox closed");
    } catch (IOException e) {
      LOG.error("the inbox is no longer watched", e);
      problems.raise(
          Place.INBOX, data.inbox().toString(), String.valueOf(e.getMessage()), clock.instant());
    }
  }

  /** A file that is about to settle is not kept waiting for the next poll. */
  private Duration pause() {
    return rules.settle().compareTo(rules.poll()) < 0 && settling.pending()
        ? rules.settle()
        : rules.poll();
  }

  private void look(WatchService events) {
    String inbox = data.inbox().toString();
    try {
      InboxScan.Found found = InboxScan.of(data.inbox(), this::unreadable);
      for (Path folder : found.folders()) {
        register(folder, events);
      }
      for (Candidate candidate : settling.settled(found.files(), System.nanoTime())) {
        if (stopped || arrivals.waiting() >= rules.mostWaiting()) {
          break;
        }
        take(candidate);
      }
      problems.solved(Place.INBOX, inbox);
      problems.solved(Place.LEDGER, inbox);
    } catch (IOException e) {
      LOG.warn("the inbox cannot be listed", e);
      problems.raise(Place.INBOX, inbox, String.valueOf(e.getMessage()), clock.instant());
    } catch (JdbiException e) {
      LOG.error("the ledger refused", e);
      problems.raise(Place.LEDGER, inbox, String.valueOf(e.getMessage()), clock.instant());
    }
  }

  private void register(Path folder, WatchService events) {
    try {
      folder.register(
          events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException e) {
      LOG.debug("no events of {}; it is polled", folder, e);
    }
  }

  private void take(Candidate candidate) {
    try {
      if (taking.take(candidate)) {
        LOG.info("taken: {} bytes from {}", candidate.bytes(), candidate.sender());
        taken.run();
      }
      problems.solved(Place.INBOX, candidate.source());
    } catch (IOException e) {
      unreadable(candidate.file(), e);
    }
  }

  private void unreadable(Path file, IOException e) {
    LOG.warn("{} cannot be taken now", file, e);
    problems.raise(
        Place.INBOX,
        InboxScan.source(data.inbox(), file),
        e.getClass().getSimpleName() + ": " + e.getMessage(),
        clock.instant());
  }
}
