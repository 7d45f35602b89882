package yomitori.desk.ledger;

import java.nio.file.Path;

/** The databases that a desk may keep its ledger in. */
public enum Database {
  /** A file. */
  SQLITE {
    @Override
    public Ledger open(Path file) {
      return Ledger.sqlite(file);
    }
  },
  /** A new database of the tests' own server. */
  POSTGRESQL {
    @Override
    public Ledger open(Path file) {
      return Postgres.newLedger();
    }
  };

  /**
   * An empty ledger.
   *
   * @param file does not exist; used where the ledger is a file
   */
  public abstract Ledger open(Path file);
}
