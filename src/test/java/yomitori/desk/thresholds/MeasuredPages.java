package yomitori.desk.thresholds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.PageLedger;
import yomitori.form.Form;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.resolve.Resolver;

/** Pages of the sample form in a ledger, with all that was measured of them. */
public final class MeasuredPages {

  /** The form of the pages. */
  public static final Form FORM = SampleForm.form();

  /** Decides by the costs of the form that it is given. */
  public static final Resolver RESOLVER = new Resolver();

  private MeasuredPages() {}

  /**
   * Adds a page.
   *
   * @param logOdds that the box of q1.installed is marked
   * @return the page in the ledger
   */
  public static long add(Ledger ledger, String name, double logOdds) {
    long fax =
        ledger.write(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO fax (sha256, name, source, sender, bytes, received_at,"
                            + " taken_at, archived, state, pages) VALUES (:name, :name, :name, '',"
                            + " 1, 0, 0, :name, 'read', 1)")
                    .bind("name", name)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one());
    Evidence evidence = SampleForm.evidence(Map.of("q1.installed", logOdds));
    List<FieldValue> values = RESOLVER.resolve(FORM, evidence);
    PageRecord record =
        new PageRecord(
            name,
            FORM.id(),
            FORM.version(),
            name,
            1,
            Instant.EPOCH,
            Status.REVIEW,
            values,
            Optional.of(evidence));
    return new PageLedger(ledger, List.of(FORM)).add(fax, record, Instant.EPOCH);
  }
}
