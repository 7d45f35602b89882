package yomitori.review.manage;

import java.util.List;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.AuditRow;

/**
 * The page of the trail.
 *
 * @param filter as it was typed
 * @param actions those to choose from
 * @param older the address of the rows before these; empty where there are none
 */
public record AuditModel(List<AuditRow> rows, Typed filter, List<Action> actions, String older) {

  /** Copies the lists. */
  public AuditModel {
    rows = List.copyOf(rows);
    actions = List.copyOf(actions);
  }

  /**
   * The filter as it was typed.
   *
   * @param from a day, as 2022-11-15
   * @param until the last day
   * @param query the same as an address's query
   */
  public record Typed(
      String from, String until, String actor, String action, String subjectId, String query) {}
}
