package yomitori.desk.inbox;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DataFolder;
import yomitori.desk.DiskWords;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.ledger.Ledger;

/**
 * Takes what is dropped into the inbox, until it is closed. The folder is looked at when the system
 * says that something changed there, and at every poll, for network shares say nothing.
 */
public final class Inbox implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;
  private static final long BYTES_PER_MB = 1L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final DataFolder data;
  private final Rules rules;
  private final Arrivals arrivals;
  private final Taking taking;
  private final Staged staged;
  private final Settling settling;
  private final Troubles troubles;
  private final LongSupplier freeBytes;
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
    this(data, ledger, rules, problems, clock, taken, new DiskSpace(data.root())::free);
  }

  /**
   * @param freeBytes room on the disk
   */
  Inbox(
      DataFolder data,
      Ledger ledger,
      Rules rules,
      Problems problems,
      Clock clock,
      Runnable taken,
      LongSupplier freeBytes) {
    this.data = data;
    this.rules = rules;
    this.arrivals = new Arrivals(ledger);
    this.taking = new Taking(data, arrivals, clock);
    this.troubles = new Troubles(problems, clock);
    this.staged = new Staged(taking, troubles);
    this.settling = new Settling(rules.settle());
    this.freeBytes = freeBytes;
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
    staged.goOn(System.nanoTime());
    taking.settleMoving();
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
    try (FolderEvents events = FolderEvents.of(data.inbox().getFileSystem())) {
      while (!stopped) {
        look(events);
        events.await(pause());
      }
    } catch (InterruptedException e) {
      LOG.debug("inbox closed");
    } catch (IOException e) {
      LOG.warn("events of folders did not end: {}", DiskWords.of(e));
    }
  }

  /** A file that is about to settle is not kept waiting for the next poll. */
  private Duration pause() {
    return rules.settle().compareTo(rules.poll()) < 0 && settling.pending()
        ? rules.settle()
        : rules.poll();
  }

  private void look(FolderEvents events) {
    String inbox = data.inbox().toString();
    try {
      Set<String> there = new HashSet<>(staged.goOn(System.nanoTime()));
      InboxScan.Found found =
          InboxScan.of(
              data.inbox(),
              (file, e) -> {
                String source = InboxScan.source(data.inbox(), file);
                there.add(source);
                troubles.raise(source, DiskWords.of(e));
              });
      found.folders().forEach(events::watch);
      found.files().forEach(candidate -> there.add(candidate.source()));
      found.apart().forEach(apart -> there.add(apart.source()));
      troubles.keepOnly(there);
      for (Apart apart : found.apart()) {
        if (!mayTake()) {
          break;
        }
        take(apart.source(), () -> bring(apart));
      }
      List<Candidate> settled = settling.settled(found.files(), System.nanoTime());
      for (Candidate candidate : settled) {
        if (!mayTake()) {
          break;
        }
        take(candidate.source(), () -> taking.take(candidate));
      }
      if (settled.isEmpty()) {
        hasRoom(); // nobody need drop a fax to see that the pause is over
      }
      problems.solved(Place.INBOX, inbox);
      problems.solved(Place.LEDGER, inbox);
    } catch (IOException e) {
      LOG.warn("the inbox cannot be listed: {}", DiskWords.of(e));
      problems.raise(Place.INBOX, inbox, DiskWords.of(e), clock.instant());
    } catch (JdbiException e) {
      LOG.error("the ledger refused", e);
      problems.raise(Place.LEDGER, inbox, String.valueOf(e.getMessage()), clock.instant());
    } catch (RuntimeException | Error e) { // whatever it was, the next look may find it gone
      LOG.error("the inbox cannot be looked through", e);
      problems.raise(Place.INBOX, inbox, e.getClass().getSimpleName(), clock.instant());
    }
  }

  private boolean mayTake() {
    return !stopped && arrivals.waiting() < rules.mostWaiting() && hasRoom();
  }

  /** Whether there is room for a file; while the disk is nearly full they stay where they are. */
  private boolean hasRoom() {
    long free = freeBytes.getAsLong();
    if (free >= rules.leastFreeBytes()) {
      problems.solved(Place.ROOM, data.root().toString());
      return true;
    }
    String limits = free / BYTES_PER_MB + " MB < " + rules.leastFreeBytes() / BYTES_PER_MB + " MB";
    problems.raise(Place.ROOM, data.root().toString(), limits, clock.instant());
    return false;
  }

  private boolean bring(Apart apart) throws IOException {
    taking.take(apart);
    return true;
  }

  /** Takes a file, or nothing where it is gone. */
  private interface Take {
    boolean done() throws IOException;
  }

  private void take(String source, Take take) {
    try {
      if (take.done()) {
        taken.run();
      }
      troubles.solved(source);
    } catch (IOException e) {
      troubles.raise(source, DiskWords.of(e));
    } catch (InvalidPathException e) {
      // A name that this system's locale cannot write; others must not wait for it.
      troubles.raise(source, e.getReason());
    }
  }
}
