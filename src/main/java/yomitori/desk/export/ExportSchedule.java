package yomitori.desk.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Actor;
import yomitori.desk.export.Export.Kind;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;

/**
 * Exports what is new at set times, on a thread of its own, until it is closed. A time that passed
 * while the desk did not run is made up for when it starts.
 */
public final class ExportSchedule implements AutoCloseable {

  /** So often it is looked whether it is time. */
  private static final long LOOK_SECONDS = 20;

  /** After a fault; so an office learns within a morning that the disk is back. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final long PATIENCE_SECONDS = 60;

  private static final Logger LOG = LoggerFactory.getLogger(ExportSchedule.class);

  private final Exports exports;
  private final Times times;
  private final Problems problems;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "exports");
  private Instant last;
  private Instant notBefore = Instant.MIN;

  /**
   * When it is time.
   *
   * @param everyHours 1 to 24; 24 is once a day
   * @param at a time of the day when it is time, in the zone of the clock
   */
  public record Times(int everyHours, LocalTime at) {

    private static final int DAY_HOURS = 24;

    /**
     * @throws IllegalArgumentException if that is no part of a day
     */
    public Times {
      if (everyHours < 1 || everyHours > DAY_HOURS) {
        throw new IllegalArgumentException("hours outside 1..24: " + everyHours);
      }
    }

    /** The last moment, at or before another, when it was time. */
    Instant before(ZonedDateTime now) {
      ZonedDateTime time = now.with(at);
      if (time.isAfter(now)) {
        time = time.minusDays(1);
      }
      ZonedDateTime begun = time;
      for (int h = everyHours; h < DAY_HOURS; h += everyHours) {
        ZonedDateTime later = begun.plusHours(h);
        if (later.isAfter(now)) {
          break;
        }
        time = later;
      }
      return time.toInstant();
    }
  }

  /** Begins when {@link #start} is called. */
  public ExportSchedule(Exports exports, Times times, Problems problems, Clock clock) {
    this.exports = exports;
    this.times = times;
    this.problems = problems;
    this.clock = clock;
    this.last =
        exports.newest(Optional.empty(), 1).stream()
            .findFirst()
            .map(Export::madeAt)
            .orElse(Instant.MIN);
  }

  /** Begins to look whether it is time. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      do {
        look();
      } while (!stopped.await(LOOK_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Exports where it is time; what fails is told, and tried again after a pause. */
  void look() {
    Instant now = clock.instant();
    Instant due = times.before(now.atZone(clock.getZone()));
    if (!due.isAfter(last) || now.isBefore(notBefore)) {
      return;
    }
    try {
      exports.make(Actor.DESK, Kind.NEW);
      last = due;
      problems.solved(Place.EXPORT, "");
    } catch (IOException | RuntimeException | Error e) { // the schedule outlives every fault
      LOG.error("the export could not be written", e);
      notBefore = now.plus(PAUSE);
      problems.raise(Place.EXPORT, "", e.toString(), now);
    }
  }

  /** Ends after the export in hand. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
