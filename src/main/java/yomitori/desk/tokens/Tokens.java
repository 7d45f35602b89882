package yomitori.desk.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.Secret;

/** The keys of a ledger. May be used from any thread. */
public final class Tokens {

  /** Characters of a name. */
  public static final int LONGEST_NAME = 60;

  /** By this a key that was left somewhere is known for what it is. */
  private static final String PREFIX = "yomitori_";

  private static final String TOKEN = "token";

  /** Use is written down only when the last one is so old: reading stays reading. */
  private static final Duration USED_EVERY = Duration.ofMinutes(1);

  private static final RowMapper<Token> ROW =
      (row, context) ->
          new Token(
              row.getLong("id"),
              row.getString("name"),
              Right.of(row.getString("rights")),
              Instant.ofEpochMilli(row.getLong("made_at")),
              row.getString("made_by"),
              Optional.of(row.getLong("used_at")).filter(t -> t > 0).map(Instant::ofEpochMilli),
              row.getLong("withdrawn_at") > 0);

  private final Ledger ledger;
  private final Clock clock;

  /**
   * A key that was just made.
   *
   * @param secret what the program shows; it is never to be had again
   */
  public record Fresh(Token token, String secret) {

    @Override
    public String toString() {
      return "Fresh[" + token + "]"; // keys must not come into logs
    }
  }

  /** The keys of a desk. */
  public Tokens(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes a key.
   *
   * @param name what the program is, 1 to {@link #LONGEST_NAME} characters
   * @param rights at least one
   * @throws IllegalArgumentException if name or rights cannot be so
   */
  public Fresh add(Actor who, String name, Set<Right> rights) {
    if (name.isBlank() || name.length() > LONGEST_NAME || rights.isEmpty()) {
      throw new IllegalArgumentException("no key: " + name + " " + rights);
    }
    String secret = PREFIX + Secret.random();
    Instant now = clock.instant();
    return ledger.write(
        handle -> {
          long id =
              handle
                  .createUpdate(
                      "INSERT INTO token (name, digest, rights, made_at, made_by) VALUES (:name,"
                          + " :digest, :rights, :now, :who)")
                  .bind("name", name)
                  .bind("digest", Secret.digest(secret))
                  .bind("rights", Right.words(rights))
                  .bind("now", now.toEpochMilli())
                  .bind("who", who.name())
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(long.class)
                  .one();
          note(handle, now, who, id, "", name + ": " + Right.words(rights));
          return new Fresh(byId(handle, id), secret);
        });
  }

  /** Makes a key good no more; false where it was so already, or there is none. */
  public boolean withdraw(Actor who, long id) {
    Instant now = clock.instant();
    return ledger.write(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE token SET withdrawn_at = :now WHERE id = :id AND withdrawn_at = 0")
                  .bind("now", now.toEpochMilli())
                  .bind("id", id)
                  .execute();
          if (changed > 0) {
            note(handle, now, who, id, byId(handle, id).name(), "");
          }
          return changed > 0;
        });
  }

  private static void note(
      Handle handle, Instant now, Actor who, long id, String old, String fresh) {
    Deed deed = Deed.change(Action.TOKEN_CHANGED, TOKEN, Long.toString(id), old, fresh);
    Audit.add(handle, now, who, deed);
  }

  private static Token byId(Handle handle, long id) {
    return handle.createQuery("SELECT * FROM token WHERE id = :id").bind("id", id).map(ROW).one();
  }

  /** All keys, newest first. */
  public List<Token> all() {
    return ledger.read(h -> h.createQuery("SELECT * FROM token ORDER BY id DESC").map(ROW).list());
  }

  /** The key that a program shows, and that it was used now; empty where it is not good. */
  public Optional<Token> find(String secret) {
    Instant now = clock.instant();
    Optional<Token> token =
        ledger.read(
            handle ->
                handle
                    .createQuery("SELECT * FROM token WHERE digest = :digest AND withdrawn_at = 0")
                    .bind("digest", Secret.digest(secret))
                    .map(ROW)
                    .findOne());
    token
        .filter(t -> t.usedAt().map(at -> at.plus(USED_EVERY).isBefore(now)).orElse(true))
        .ifPresent(
            t ->
                ledger.change(
                    handle ->
                        handle
                            .createUpdate("UPDATE token SET used_at = :now WHERE id = :id")
                            .bind("now", now.toEpochMilli())
                            .bind("id", t.id())
                            .execute()));
    return token;
  }
}
