package yomitori.review.web;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import yomitori.desk.ledger.Ledger;

/** Faxes as rows of the ledger, without files: read, in doubt, failed, waiting. */
public final class SomeFaxes {

  private static final String FAX =
      "INSERT INTO fax (id, sha256, name, source, sender, bytes, received_at, taken_at, archived,"
          + " state, pages, reason) VALUES (:id, :sha256, :name, :name, '', 1000, :at, :at, 'archive',"
          + " :state, 1, :reason)";

  private static final String ARRIVAL =
      "INSERT INTO arrival (fax_id, source, sender, received_at, taken_at, state)"
          + " VALUES (:id, :name, '', :at, :at, 'done')";

  private static final String PAGE =
      "INSERT INTO page (id, fax_id, number, record_id, form, form_version, status, read_at,"
          + " changed_at, reason) VALUES (:id, :id, 1, :sha256, 'f', '1', :status, :at, :at,"
          + " :reason)";

  private static final String VALUE =
      "INSERT INTO field_value (page_id, position, field, value, confidence, decision)"
          + " VALUES (:id, 0, 'q1', '1', 0.6, 'review')";

  private SomeFaxes() {}

  /** Twelve faxes: two waiting, two failed as a whole, one failed page, three in doubt. */
  public static void into(Ledger ledger, Instant at) {
    ledger.change(
        handle -> {
          for (int id = 1; id <= 12; id++) {
            String state = id <= 2 ? "waiting" : id <= 4 ? "failed" : "read";
            add(handle, id, state, at.minus(Duration.ofMinutes(id)));
          }
        });
  }

  private static void add(Handle handle, int id, String state, Instant at) {
    String name =
        id == 3 ? "03-1234-5678/<img src=x onerror=alert(1)>.tif" : "06-0000-0000/受信" + id + ".tif";
    String reason = state.equals("failed") ? "CRASHED 3" : "";
    handle
        .createUpdate(FAX)
        .bind("id", id)
        .bind("sha256", "sha" + id)
        .bind("name", name)
        .bind("at", at.toEpochMilli())
        .bind("state", state)
        .bind("reason", reason)
        .execute();
    handle
        .createUpdate(ARRIVAL)
        .bind("id", id)
        .bind("name", name)
        .bind("at", at.toEpochMilli())
        .execute();
    if (state.equals("read")) {
      String status = id == 5 ? "failed" : id <= 8 ? "review" : "accepted";
      handle
          .createUpdate(PAGE)
          .bind("id", id)
          .bind("sha256", "sha" + id)
          .bind("status", status)
          .bind("at", at.toEpochMilli())
          .bind("reason", status.equals("failed") ? "MEMORY" : "")
          .execute();
      if (status.equals("review")) {
        handle.createUpdate(VALUE).bind("id", id).execute();
      }
    }
  }
}
