package yomitori.desk.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rows are asked for.
 *
 * @param from the first moment that counts
 * @param until the first moment that no longer counts
 * @param actor an operator's name, as a whole
 * @param action one action only
 * @param subjectId one page, fax or account only
 */
public record AuditFilter(
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> actor,
    Optional<Action> action,
    Optional<String> subjectId) {

  /** Every row. */
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
