package yomitori.desk.resend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import yomitori.desk.resend.Pair.Side;
import yomitori.desk.resend.Pair.Why;

/** Finds pages, a and b, that may be one answer: both count, and nobody has looked at the two. */
final class Proposals {

  /** A list that is longer is looked at from its beginning anyway. */
  private static final int MOST = 2_000;

  /** Whoever sends a fax again because of a busy line does so soon. */
  private static final Duration SOON = Duration.ofDays(3);

  /** Pairs of one sender whose answers are compared one by one. */
  private static final int MOST_COMPARED = 300;

  private static final String SIDES =
      "SELECT a.page_id AS a_page, fa.source AS a_source, fa.received_at AS a_received,"
          + " a.prefecture AS a_prefecture, a.code AS a_code, a.name AS a_name, b.page_id AS b_page,"
          + " fb.source AS b_source, fb.received_at AS b_received, b.prefecture AS b_prefecture,"
          + " b.code AS b_code, b.name AS b_name";

  private static final String PAGES =
      " JOIN page pa ON pa.id = a.page_id JOIN page pb ON pb.id = b.page_id JOIN fax fa ON fa.id ="
          + " pa.fax_id JOIN fax fb ON fb.id = pb.fax_id WHERE pa.form = pb.form AND pa.same_as IS"
          + " NULL AND pb.same_as IS NULL AND pa.status IN ('accepted', 'review') AND pb.status IN"
          + " ('accepted', 'review') AND NOT EXISTS (SELECT 1 FROM resend d WHERE d.page_id ="
          + " a.page_id AND d.later = b.page_id)";

  private static final String ONE_CODE =
      SIDES
          + " FROM respondent a JOIN respondent b ON b.code = a.code AND b.page_id > a.page_id"
          + PAGES
          + " AND a.code <> '' AND (a.prefecture = b.prefecture OR a.prefecture = 0 OR b.prefecture"
          + " = 0)";

  private static final String ONE_NAME =
      SIDES
          + " FROM respondent a JOIN respondent b ON b.plain_name = a.plain_name AND b.prefecture ="
          + " a.prefecture AND b.page_id > a.page_id"
          + PAGES
          + " AND a.plain_name <> '' AND a.prefecture > 0 AND a.code <> b.code AND (a.code = '' OR"
          + " b.code = '' OR a.sure = 0 OR b.sure = 0)";

  private static final String ONE_SENDER =
      SIDES
          + " FROM respondent a JOIN page pa ON pa.id = a.page_id JOIN page_trace ta ON ta.fax_id ="
          + " pa.fax_id AND ta.number = pa.number JOIN page_trace tb ON tb.sender = ta.sender JOIN"
          + " page pb ON pb.fax_id = tb.fax_id AND pb.number = tb.number AND pb.id > pa.id JOIN"
          + " respondent b ON b.page_id = pb.id JOIN fax fa ON fa.id = pa.fax_id JOIN fax fb ON"
          + " fb.id = pb.fax_id"
          + PAGES.substring(PAGES.indexOf(" WHERE"))
          + " AND ta.sender <> '' AND (a.sure = 0 OR b.sure = 0 OR a.code = '' OR b.code = '') AND"
          + " a.code <> b.code AND (a.plain_name <> b.plain_name OR a.plain_name = '') AND"
          + " ABS(fa.received_at - fb.received_at) < "
          + SOON.toMillis();

  private static final String NEWEST = " ORDER BY b.page_id DESC, a.page_id DESC LIMIT ";

  private Proposals() {}

  /** By code, then by name, of each the newest first. */
  static List<Pair> byInstitution(Handle handle) {
    List<Pair> pairs = new ArrayList<>(pairs(handle, ONE_CODE, Why.CODE, MOST));
    pairs.addAll(pairs(handle, ONE_NAME, Why.NAME, MOST));
    return pairs;
  }

  /** Of one sender, who answers not being sure; their answers are still to be compared. */
  static List<Pair> bySender(Handle handle) {
    return pairs(handle, ONE_SENDER, Why.SENDER, MOST_COMPARED);
  }

  private static List<Pair> pairs(Handle handle, String sql, Why why, int most) {
    return handle
        .createQuery(sql + NEWEST + most)
        .map((row, context) -> new Pair(side(row, "a_"), side(row, "b_"), why))
        .list();
  }

  private static Side side(ResultSet row, String prefix) throws SQLException {
    return new Side(
        row.getLong(prefix + "page"),
        row.getString(prefix + "source"),
        Instant.ofEpochMilli(row.getLong(prefix + "received")),
        row.getInt(prefix + "prefecture"),
        row.getString(prefix + "code"),
        row.getString(prefix + "name"));
  }
}
