package yomitori.desk.audit;

/**
 * Who did something.
 *
 * @param id the operator's; 0 for the desk itself and for people not known
 * @param name as it is at that time; what somebody not known typed to log in
 */
public record Actor(long id, String name) {

  /** The desk itself: the inbox, a schedule. */
  public static final Actor DESK = new Actor(0, "");
}
