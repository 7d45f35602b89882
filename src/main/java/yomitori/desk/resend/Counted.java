package yomitori.desk.resend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import yomitori.desk.resend.Pair.Side;

/**
 * A page that counts.
 *
 * @param form the form's id
 * @param version the form's version
 * @param plainName the institution's name as names are compared
 * @param sure whether neither prefecture nor code is in doubt
 * @param sender a number or a folder; empty where it is not known
 */
record Counted(
    Side side, String form, String version, String plainName, boolean sure, String sender) {

  /** All of them in the order of the ledger. */
  static List<Counted> all(Handle handle) {
    return handle
        .createQuery(
            "SELECT p.id, p.form, p.form_version, f.source, f.received_at, r.prefecture, r.code,"
                + " r.name, r.plain_name, r.sure, COALESCE(t.sender, '') AS sender FROM page p JOIN"
                + " fax f ON f.id = p.fax_id JOIN respondent r ON r.page_id = p.id LEFT JOIN"
                + " page_trace t ON t.fax_id = p.fax_id AND t.number = p.number WHERE p.same_as IS"
                + " NULL AND p.status IN ('accepted', 'review') ORDER BY p.id")
        .map((row, context) -> of(row))
        .list();
  }

  private static Counted of(ResultSet row) throws SQLException {
    return new Counted(
        new Side(
            row.getLong("id"),
            row.getString("source"),
            Instant.ofEpochMilli(row.getLong("received_at")),
            row.getInt("prefecture"),
            row.getString("code"),
            row.getString("name")),
        row.getString("form"),
        row.getString("form_version"),
        row.getString("plain_name"),
        row.getInt("sure") == 1,
        row.getString("sender"));
  }

  /** Whether neither code contradicts the other: one is missing, or not sure. */
  boolean mayHaveCodeOf(Counted other) {
    return side.code().isEmpty() || other.side.code().isEmpty() || !sure || !other.sure;
  }

  /** Whether both have the same code. */
  boolean hasCodeOf(Counted other) {
    return !side.code().isEmpty() && side.code().equals(other.side.code());
  }
}
