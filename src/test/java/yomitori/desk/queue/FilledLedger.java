package yomitori.desk.queue;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.ledger.Ledger;
import yomitori.form.Form;

/** Pages and values as they are after reading, put straight into a ledger. */
public final class FilledLedger {

  private FilledLedger() {}

  /**
   * A field as it was read.
   *
   * @param worth greater comes first in the queue
   */
  public record Read(String field, String value, String decision, double worth) {

    /** A doubt. */
    public static Read doubt(String field, String value, double worth) {
      return new Read(field, value, "review", worth);
    }

    /** A value that is not in doubt. */
    public static Read accepted(String field, String value) {
      return new Read(field, value, "accepted", 0);
    }
  }

  /** Adds a fax of one page. */
  public static long addPage(Ledger ledger, Form form, String name, List<Read> fields) {
    return ledger.write(handle -> addPage(handle, form, name, fields));
  }

  /** Adds a fax of one page within a transaction. */
  public static long addPage(Handle handle, Form form, String name, List<Read> fields) {
    long fax =
        handle
            .createUpdate(
                "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                    + " archived, state, pages) VALUES (:name, :name, :name, '', 1, 0, 0, :path,"
                    + " 'read', 1)")
            .bind("name", name)
            .bind("path", "archive/" + name)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    boolean doubt = fields.stream().anyMatch(f -> f.decision().equals("review"));
    long page =
        handle
            .createUpdate(
                "INSERT INTO page (fax_id, number, record_id, form, form_version, status, read_at,"
                    + " changed_at) VALUES (:fax, 1, :record, :form, :version, :status, 0, 0)")
            .bind("fax", fax)
            .bind("record", String.format(Locale.ROOT, "%032x", fax))
            .bind("form", form.id())
            .bind("version", form.version())
            .bind("status", doubt ? "review" : "accepted")
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO field_value (page_id, position, field, value, confidence, decision, reason,"
                + " worth) VALUES (:page, :position, :field, :value, 0.5, :decision, :reason,"
                + " :worth)");
    int position = 0;
    for (Read read : fields) {
      batch
          .bind("page", page)
          .bind("position", position++)
          .bind("field", read.field())
          .bind("value", read.value())
          .bind("decision", read.decision())
          .bind("reason", read.decision().equals("review") ? "FAINT_MARK" : "")
          .bind("worth", read.worth())
          .add();
    }
    batch.execute();
    return page;
  }
}
