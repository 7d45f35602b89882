package yomitori.desk.place;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.intake.Page;

/**
 * Reads pages again where a person has shown four points of the form on them, one after another on
 * a thread of its own. What was read goes the usual way; it can be taken back until somebody has
 * decided something of it. May be used from any thread.
 */
public final class Places implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(Places.class);

  private final Ledger ledger;
  private final PageForms forms;
  private final PagePictures pictures;
  private final LaidReader reader;
  private final PageLedger pages;
  private final Clock clock;
  private final Map<Long, State> states = new ConcurrentHashMap<>();
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "places");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param pictures forgets what it made of a page that was read again
   */
  public Places(
      Ledger ledger,
      PageForms forms,
      PagePictures pictures,
      LaidReader reader,
      PageLedger pages,
      Clock clock) {
    this.ledger = ledger;
    this.forms = forms;
    this.pictures = pictures;
    this.reader = reader;
    this.pages = pages;
    this.clock = clock;
  }

  /** Whether a page can be placed: it is neither read nor settled. */
  public boolean isUnread(long page) {
    return ledger.read(handle -> Placement.isUnread(handle, page));
  }

  /** Whether a page stands as it was read by four points. */
  public boolean stands(long page) {
    return ledger.read(handle -> Placement.stands(handle, page));
  }

  /** What became of the last try since the desk was started; empty where there was none. */
  public Optional<State> state(long page) {
    return Optional.ofNullable(states.get(page));
  }

  /**
   * Begins to read a page.
   *
   * @param form the id of the form that it is
   * @param insist whether to take what is read though nothing bears the points out
   */
  public void read(Actor who, long page, String form, FourPoints points, boolean insist) {
    states.put(page, State.READING);
    work.execute(
        () -> {
          try {
            states.put(page, tryReading(who, page, form, points, insist));
          } catch (RuntimeException e) {
            LOG.error("page {} cannot be read by four points", page, e);
            states.put(page, State.FAILED);
          }
        });
  }

  private State tryReading(Actor who, long id, String form, FourPoints points, boolean insist) {
    Optional<PageFacts> facts = ledger.read(handle -> PageFacts.find(handle, forms, id));
    Optional<Page> page = pictures.received(id);
    if (facts.isEmpty() || page.isEmpty() || !isUnread(id)) {
      return State.GONE;
    }
    LaidReader.Outcome read;
    try {
      read = reader.read(page.get(), facts.get().received(), form, points);
    } catch (IllegalArgumentException e) {
      LOG.debug("page {}: no sheet lies so", id, e);
      return State.IMPOSSIBLE;
    }
    if (read.matched() == 0 && !insist) {
      return State.DOES_NOT_FIT;
    }
    boolean taken =
        ledger.write(
            handle -> Placement.take(handle, who, id, points, read, pages, clock.instant()));
    pictures.forget(id);
    return taken ? State.READ : State.GONE;
  }

  /** Makes a page what it was; false where somebody has decided something of it since. */
  public boolean takeBack(Actor who, long page) {
    boolean done =
        ledger.write(handle -> Placement.takeBack(handle, who, page, pages, clock.instant()));
    if (done) {
      states.remove(page);
      pictures.forget(page);
    }
    return done;
  }

  /** Ends after the page in hand. */
  @Override
  public void close() {
    work.shutdown();
    try {
      work.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
