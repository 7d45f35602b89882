package yomitori.desk.tokens;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import yomitori.desk.audit.Actor;

/**
 * A program's key.
 *
 * @param name what the program is, for people
 * @param rights what it may do
 * @param madeBy the manager who made it
 * @param usedAt when it was last used, to the minute; empty for never
 * @param withdrawn whether it is good no more
 */
public record Token(
    long id,
    String name,
    Set<Right> rights,
    Instant madeAt,
    String madeBy,
    Optional<Instant> usedAt,
    boolean withdrawn) {

  /** No account's name has a colon, so no program is taken for a person. */
  private static final String PROGRAM = "API:";

  public Token {
    rights = Set.copyOf(rights);
  }

  /** Whether the program may do something. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** The program in the audit trail; accounts have numbers above zero. */
  public Actor actor() {
    return new Actor(-id, PROGRAM + name);
  }
}
