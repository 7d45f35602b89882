package yomitori.desk.reading;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.reading.WaitingFaxes.Claim;
import yomitori.desk.sender.PageTrace;
import yomitori.form.Form;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.record.MemoryGate;
import yomitori.record.PageRecord;

/** Decodes and reads one page; whatever the program does on it is an outcome. Thread-safe. */
final class PageAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(PageAttempt.class);

  private final RecordReader reader;
  private final Map<String, Form> forms;
  private final MemoryGate memory = new MemoryGate();

  /**
   * What became of a page: read, or failed.
   *
   * @param record what was read
   * @param trace what was measured of it besides
   * @param failure why nothing was
   * @param wholeFile whether the failure is that of the whole file
   */
  record Outcome(
      Optional<PageRecord> record,
      Optional<PageTrace> trace,
      Optional<Failure> failure,
      boolean wholeFile) {

    static Outcome failed(Failure failure) {
      return new Outcome(Optional.empty(), Optional.empty(), Optional.of(failure), false);
    }
  }

  /**
   * @param forms those that pages are read as, by id
   */
  PageAttempt(RecordReader reader, Map<String, Form> forms) {
    this.reader = reader;
    this.forms = Map.copyOf(forms);
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
      return new Outcome(
          Optional.empty(), Optional.empty(), Optional.of(Failure.of(failed)), failed.page() == 0);
    }
    Page page = ((IntakeOutcome.Decoded) taken).page();
    PageRecord record = reader.read(page, claim.receivedAt());
    PageTrace trace = PageTrace.of(page, record, Optional.ofNullable(forms.get(record.form())));
    return new Outcome(Optional.of(record), Optional.of(trace), Optional.empty(), false);
  }
}
