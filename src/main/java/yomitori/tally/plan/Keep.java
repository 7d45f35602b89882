package yomitori.tally.plan;

/** Which of several answers of one institution counts. */
public enum Keep {
  /** The one that came last. */
  NEWEST,
  /** One by web where there is any, of these the last. */
  WEB_OVER_FAX,
  /** One by fax where there is any, of these the last. */
  FAX_OVER_WEB
}
