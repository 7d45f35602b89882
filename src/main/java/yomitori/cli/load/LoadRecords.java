package yomitori.cli.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.reading.RecordReader;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.RectPx;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;

/** Records as reading leaves them, made up: every field of the form, some checkboxes in doubt. */
public final class LoadRecords {

  /** Doubts of a page. */
  public static final int DOUBTS = 5;

  /** Of a fine fax. */
  private static final double PX_PER_MM = 8;

  private final Form form;

  /** Records of a form, which has at least {@link #DOUBTS} checkboxes. */
  public LoadRecords(Form form) {
    this.form = form;
  }

  /** A record whose doubts are a matter of chance. */
  PageRecord record(String id, String source, Instant receivedAt, Random random) {
    List<FieldValue> values = new ArrayList<>();
    int left = DOUBTS;
    for (Field field : form.fields()) {
      boolean box = field instanceof CheckboxField;
      boolean doubt = box && left > 0 && random.nextInt(3) == 0;
      left -= doubt ? 1 : 0;
      values.add(value(field, box, doubt, random));
    }
    Status status = left < DOUBTS ? Status.REVIEW : Status.ACCEPTED;
    return new PageRecord(id, form.id(), form.version(), source, 1, receivedAt, status, values);
  }

  private static FieldValue value(Field field, boolean box, boolean doubt, Random random) {
    RectPx place =
        new RectPx(
            (int) (field.area().x() * PX_PER_MM),
            (int) (field.area().y() * PX_PER_MM),
            (int) (field.area().w() * PX_PER_MM),
            (int) (field.area().h() * PX_PER_MM));
    return new FieldValue(
        field.id(),
        doubt ? FieldValue.IN_DOUBT : box ? "0" : "",
        doubt ? 0.5 + random.nextDouble() / 2 : 0.999,
        doubt ? Decision.REVIEW : Decision.ACCEPTED,
        List.of(),
        doubt ? Optional.of(Reason.FAINT_MARK) : Optional.empty(),
        Optional.of(place));
  }

  /** Reads any page as a made-up record, after a time in which it uses no processor. */
  public RecordReader reader(Duration time) {
    return (page, receivedAt) -> {
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
      Random random = new Random(page.sha256().hashCode());
      return record(page.sha256(), page.source(), receivedAt, random);
    };
  }

  /**
   * Fills a ledger with pages that have been read.
   *
   * @param doubts at least so many
   * @param archived the file of every page
   */
  public void fill(Ledger ledger, int doubts, String archived) {
    PageLedger pages = new PageLedger(ledger, List.of(form));
    Random random = new Random(1);
    Instant now = Instant.now();
    int filled = 0;
    for (int i = 0; filled < doubts; i++) {
      String name = "filled-" + i + ".tif";
      PageRecord record = record("filled-" + i, name, now, random);
      pages.add(addFax(ledger, name, archived, now), record, now);
      filled += (int) record.values().stream().filter(FieldValue::inDoubt).count();
    }
  }

  private static long addFax(Ledger ledger, String name, String archived, Instant now) {
    return ledger.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                        + " archived, state, pages) VALUES (:name, :name, :name, '', 1, :now, :now,"
                        + " :archived, 'read', 1)")
                .bind("name", name)
                .bind("now", now.toEpochMilli())
                .bind("archived", archived)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
  }
}
