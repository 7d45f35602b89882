package yomitori.desk.ledger;

/** The database cannot be opened; the message tells which and why, in the driver's words. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String database;

  LedgerException(String database, RuntimeException cause) {
    super(database + ": " + cause.getMessage(), cause);
    this.database = database;
  }

  /** The file or the URL. */
  public String database() {
    return database;
  }
}
