package yomitori.desk.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DataFolder;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.reading.WaitingFaxes.Claim;
import yomitori.intake.FailureReason;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.record.PageRecord;

/** Reads one fax, page by page, into the ledger. */
final class FaxReading {

  /**
   * Ends of the process during one fax after which it is taken for the cause. A fax that was begun
   * and not ended goes behind the others, so an innocent one is rarely met twice.
   */
  static final int MOST_ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(FaxReading.class);

  private final DataFolder data;
  private final WaitingFaxes faxes;
  private final PageLedger pages;
  private final RecordReader reader;
  private final Clock clock;

  FaxReading(
      DataFolder data, WaitingFaxes faxes, PageLedger pages, RecordReader reader, Clock clock) {
    this.data = data;
    this.faxes = faxes;
    this.pages = pages;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Reads what is not yet read of a fax.
   *
   * @param stopped whether to leave the rest for another time
   */
  void read(Claim claim, BooleanSupplier stopped) {
    if (claim.attempts() > MOST_ATTEMPTS) {
      fail(claim, Failure.of(Cause.CRASHED, Integer.toString(MOST_ATTEMPTS)));
      return;
    }
    Path file = data.root().resolve(claim.archived());
    if (!Files.isReadable(file)) {
      later(claim, file);
      return;
    }
    Set<Integer> done = faxes.pagesDone(claim);
    try (FaxDocument document = Intake.open(file, claim.source())) {
      int count = document.pageCount();
      if (count == 0) {
        fail(claim, Failure.of(new IntakeOutcome.Failed("", 0, FailureReason.CORRUPT, "")));
        return;
      }
      for (int number = 1; number <= count; number++) {
        if (stopped.getAsBoolean()) {
          faxes.giveBack(claim);
          return;
        }
        if (!done.contains(number)) {
          faxes.keep(claim, count, clock.instant());
          IntakeOutcome taken = document.page(number);
          if (taken instanceof IntakeOutcome.Failed failed && failed.page() == 0) {
            fail(claim, Failure.of(failed));
            return;
          }
          add(claim, number, taken);
        }
      }
    }
    faxes.read(claim);
  }

  private void add(Claim claim, int number, IntakeOutcome taken) {
    if (taken instanceof IntakeOutcome.Failed failed) {
      pages.add(claim.id(), number, Failure.of(failed), clock.instant());
      return;
    }
    PageRecord record;
    try {
      record = reader.read(((IntakeOutcome.Decoded) taken).page(), claim.receivedAt());
    } catch (OutOfMemoryError e) {
      LOG.error("fax {} page {}: out of memory", claim.id(), number, e);
      pages.add(claim.id(), number, Failure.of(Cause.MEMORY, ""), clock.instant());
      return;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("fax {} page {}: fault", claim.id(), number, e);
      String name = e.getClass().getSimpleName();
      pages.add(claim.id(), number, Failure.of(Cause.FAULT, name), clock.instant());
      return;
    }
    pages.add(claim.id(), record, clock.instant());
  }

  /** A share that is away comes back; the fax waits, each time twice as long. */
  private void later(Claim claim, Path file) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << claim.attempts());
    LOG.warn("fax {}: {} is not readable; again in {}", claim.id(), file, pause);
    faxes.later(
        claim, Failure.of(Cause.DISK, file.getFileName().toString()), clock.instant().plus(pause));
  }

  private void fail(Claim claim, Failure failure) {
    if (!faxes.pagesDone(claim).contains(0)) {
      pages.add(claim.id(), 0, failure, clock.instant());
    }
    faxes.failed(claim, failure);
  }
}
