package yomitori.desk.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DataFolder;
import yomitori.desk.DiskWords;
import yomitori.desk.FileHash;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.reading.WaitingFaxes.Claim;
import yomitori.desk.sender.HeaderNumbers;
import yomitori.desk.sender.SenderName;
import yomitori.intake.FailureReason;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;

/** Reads one fax, page by page, into the ledger. */
final class FaxReading {

  /**
   * Ends of the process during one fax after which it is taken for the cause. A fax that was begun
   * and not ended goes behind the others, so an innocent one is rarely met twice.
   */
  static final int MOST_ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  /** Doublings of the pause: a share that is back is noticed within eleven minutes. */
  private static final int MOST_DOUBLINGS = 6;

  private static final long BYTES_PER_MB = 1L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(FaxReading.class);

  private final DataFolder data;
  private final WaitingFaxes faxes;
  private final PageLedger pages;
  private final PageAttempt attempt;
  private final HeaderNumbers headers;
  private final Problems problems;
  private final Clock clock;
  private final long largestBytes;

  /**
   * @param largestBytes files with more are not read
   */
  FaxReading(
      DataFolder data,
      WaitingFaxes faxes,
      PageLedger pages,
      RecordReader reader,
      long largestBytes,
      Problems problems,
      Clock clock) {
    this.data = data;
    this.faxes = faxes;
    this.pages = pages;
    this.attempt = new PageAttempt(reader, pages.forms());
    this.headers = new HeaderNumbers(pages.forms().values());
    this.largestBytes = largestBytes;
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * Reads what is not yet read of a fax. One whose file the disk or share does not give is put off
   * and loses no attempt by it.
   *
   * @param stopped whether to leave the rest for another time
   */
  void read(Claim claim, BooleanSupplier stopped) {
    if (claim.attempts() > MOST_ATTEMPTS) {
      fail(claim, Failure.of(Cause.CRASHED, Integer.toString(MOST_ATTEMPTS)));
      return;
    }
    if (claim.bytes() > largestBytes) {
      String sizes = claim.bytes() / BYTES_PER_MB + " MB > " + largestBytes / BYTES_PER_MB + " MB";
      fail(claim, Failure.of(Cause.BEYOND_LIMIT, sizes));
      return;
    }
    Path file = data.root().resolve(claim.archived());
    try {
      readPages(claim, file, stopped);
      problems.solved(Place.READING, claim.archived());
    } catch (IOException e) {
      later(claim, e);
    }
  }

  private void readPages(Claim claim, Path file, BooleanSupplier stopped) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("not there, or not readable");
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
          faxes.giveBack(claim, clock.instant());
          return;
        }
        if (!done.contains(number)) {
          PageAttempt.Outcome outcome = attempt.read(document, number, claim);
          if (outcome.failure().isPresent()) {
            checkFile(file, claim);
          }
          if (outcome.wholeFile()) {
            fail(claim, outcome.failure().orElseThrow());
            return;
          }
          add(claim, number, count, outcome);
        }
      }
    }
    faxes.read(claim);
  }

  /** A page fails for good only where the file is there as it came. */
  private static void checkFile(Path file, Claim claim) throws IOException {
    if (!FileHash.sha256(file).equals(claim.sha256())) {
      throw new IOException("changed since it came");
    }
  }

  private void add(Claim claim, int number, int count, PageAttempt.Outcome outcome) {
    var now = clock.instant();
    if (outcome.record().isPresent()) {
      String sender = SenderName.of(claim.source(), outcome.record().get(), headers);
      pages.add(
          claim.id(),
          outcome.record().get(),
          now,
          handle -> {
            outcome.trace().ifPresent(t -> t.store(handle, claim.id(), number, sender));
            faxes.keep(handle, claim, count, now);
          });
    } else {
      pages.add(
          claim.id(),
          number,
          outcome.failure().orElseThrow(),
          now,
          handle -> faxes.keep(handle, claim, count, now));
    }
  }

  /** A share that is away comes back; the fax waits, each time twice as long. */
  private void later(Claim claim, IOException e) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.diskFaults(), MOST_DOUBLINGS));
    LOG.warn("fax {}: {}; again in {}", claim.id(), DiskWords.of(e), pause);
    problems.raise(Place.READING, claim.archived(), DiskWords.of(e), clock.instant());
    Path name = data.root().resolve(claim.archived()).getFileName();
    faxes.later(claim, Failure.of(Cause.DISK, name.toString()), clock.instant().plus(pause));
  }

  private void fail(Claim claim, Failure failure) {
    if (!faxes.pagesDone(claim).contains(0)) {
      pages.add(claim.id(), 0, failure, clock.instant());
    }
    faxes.failed(claim, failure);
  }
}
