package yomitori.desk.reading;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.reading.WaitingFaxes.Claim;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.record.MemoryGate;
import yomitori.record.PageRecord;

/** Decodes and reads one page; whatever the program does on it is an outcome. Thread-safe. */
final class PageAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(PageAttempt.class);

  private final RecordReader reader;
  private final MemoryGate memory = new MemoryGate();

  /**
   * What became of a page: one of the two.
   *
   * @param record what was read
   * @param failure why nothing was
   * @param wholeFile whether the failure is that of the whole file
   */
  record Outcome(Optional<PageRecord> record, Optional<Failure> failure, boolean wholeFile) {

    static Outcome failed(Failure failure) {
      return new Outcome(Optional.empty(), Optional.of(failure), false);
    }
  }

  PageAttempt(RecordReader reader) {
    this.reader = reader;
  }

  /**
   * @throws LinkageError if a part of the program itself is missing: no fault of the page
   */
  Outcome read(FaxDocument document, int number, Claim claim) {
    try {
      return memory.run(() -> once(document, number, claim));
    } catch (OutOfMemoryError e) {
      LOG.error("fax {} page {}: out of memory", claim.id(), number, e);
      return Outcome.failed(Failure.of(Cause.MEMORY, ""));
    } catch (LinkageError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.error("fax {} page {}: fault", claim.id(), number, e);
      return Outcome.failed(Failure.of(Cause.FAULT, e.getClass().getSimpleName()));
    }
  }

  private Outcome once(FaxDocument document, int number, Claim claim) {
    IntakeOutcome taken = document.page(number);
    if (taken instanceof IntakeOutcome.Failed failed) {
      return new Outcome(Optional.empty(), Optional.of(Failure.of(failed)), failed.page() == 0);
    }
    PageRecord record = reader.read(((IntakeOutcome.Decoded) taken).page(), claim.receivedAt());
    return new Outcome(Optional.of(record), Optional.empty(), false);
  }
}
