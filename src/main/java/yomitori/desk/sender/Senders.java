package yomitori.desk.sender;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.sender.SenderProfile.Measured;
import yomitori.geometry.Resolution;

/** The profiles of all senders, from what was measured of their last pages. */
public final class Senders {

  /** A machine that was mended is soon known as mended. */
  private static final int LAST = 20;

  private static final String LAST_PAGES =
      "SELECT t.*, f.received_at FROM (SELECT p.*, ROW_NUMBER() OVER (PARTITION BY sender ORDER BY"
          + " fax_id DESC, number DESC) AS age FROM page_trace p WHERE sender <> '') t JOIN fax f"
          + " ON f.id = t.fax_id WHERE t.age <= "
          + LAST
          + " ORDER BY t.sender, t.age";

  private final Ledger ledger;

  /** A sender and what is remarkable about it. */
  public record Sender(SenderProfile profile, List<Trait> traits) {

    public Sender {
      traits = List.copyOf(traits);
    }
  }

  /** A page of a sender. */
  public record SentPage(long page, String source, int number, Instant received, String status) {

    /** By what its sender is known. */
    public SenderOrigin origin() {
      return SenderName.origin(source);
    }
  }

  /** The senders of a desk. */
  public Senders(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Those of whom the most is in doubt come first. */
  public List<Sender> all() {
    Map<String, List<Measured>> bySender = new LinkedHashMap<>();
    ledger.read(
        handle ->
            handle
                .createQuery(LAST_PAGES)
                .map(
                    (row, context) ->
                        bySender
                            .computeIfAbsent(row.getString("sender"), s -> new ArrayList<>())
                            .add(measured(row)))
                .list());
    List<SenderProfile> profiles =
        bySender.entrySet().stream()
            .map(entry -> SenderProfile.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingDouble(SenderProfile::doubtShare).reversed())
            .toList();
    return profiles.stream().map(p -> new Sender(p, Trait.of(p, profiles))).toList();
  }

  /** One of them. */
  public Optional<Sender> find(String sender) {
    return all().stream().filter(s -> s.profile().sender().equals(sender)).findFirst();
  }

  /** The pages from which a profile was learnt, newest first. */
  public List<SentPage> pages(String sender) {
    return ledger.read(handle -> pages(handle, sender));
  }

  private static List<SentPage> pages(Handle handle, String sender) {
    return handle
        .createQuery(
            "SELECT p.id, f.source, p.number, f.received_at, p.status FROM page_trace t JOIN page p"
                + " ON p.fax_id = t.fax_id AND p.number = t.number JOIN fax f ON f.id = t.fax_id"
                + " WHERE t.sender = :sender ORDER BY t.fax_id DESC, t.number DESC LIMIT "
                + LAST)
        .bind("sender", sender)
        .map(
            (row, context) ->
                new SentPage(
                    row.getLong("id"),
                    row.getString("source"),
                    row.getInt("number"),
                    Instant.ofEpochMilli(row.getLong("received_at")),
                    row.getString("status")))
        .list();
  }

  private static Measured measured(ResultSet row) throws SQLException {
    Placement placement =
        new Placement(row.getDouble("scale_x"), row.getDouble("scale_y"), row.getDouble("skew"));
    PageTrace trace =
        new PageTrace(
            new Resolution(row.getDouble("dpi_x"), row.getDouble("dpi_y")),
            row.getDouble("ink"),
            row.getInt("placed") == 1 ? Optional.of(placement) : Optional.empty(),
            PageTrace.streaks(row.getString("streaks")),
            row.getInt("fields"),
            row.getInt("doubts"));
    return new Measured(trace, Instant.ofEpochMilli(row.getLong("received_at")));
  }
}
