package yomitori.desk.ledger;

import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteException;
import yomitori.desk.DeskException;
import yomitori.desk.DeskWords;

/** The database cannot be opened; the message tells which and why, in the driver's words. */
public final class LedgerException extends DeskException {

  private static final long serialVersionUID = 1;

  private final String database;
  private final Fault fault;

  /** What a person can do something about. */
  enum Fault {
    /** No server answers at the address. */
    UNREACHABLE,
    /** The server knows no such user, or the password is wrong. */
    REFUSED,
    /** The server has no such database. */
    NONE,
    /** Made by a newer Yomitori, or changed by hand. */
    NEWER,
    /** It belongs to a desk on another data folder. */
    FOREIGN,
    /** The file is no database, or is damaged. */
    DAMAGED,
    /** The file cannot be opened or written. */
    DISK,
    OTHER
  }

  LedgerException(String database, RuntimeException cause) {
    super(database + ": " + cause.getMessage(), cause);
    this.database = database;
    this.fault = fault(cause);
  }

  LedgerException(String database, Fault fault) {
    super(database + ": " + fault, null);
    this.database = database;
    this.fault = fault;
  }

  /** The file or the URL. */
  public String database() {
    return database;
  }

  @Override
  public String said(Locale locale) {
    String why = innermost(this).getMessage();
    return DeskWords.said(LedgerException.class, locale, "fault." + fault, database, why);
  }

  private static Fault fault(Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof FlywayValidateException) {
        return Fault.NEWER;
      } else if (e instanceof SQLiteException s) {
        return ofSqlite(s);
      } else if (e instanceof SQLException s && s.getSQLState() != null) {
        return ofState(s.getSQLState());
      }
    }
    return Fault.OTHER;
  }

  private static Fault ofSqlite(SQLiteException e) {
    return switch (e.getResultCode()) {
      case SQLITE_NOTADB, SQLITE_CORRUPT -> Fault.DAMAGED;
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_FULL, SQLITE_PERM -> Fault.DISK;
      default -> Fault.OTHER;
    };
  }

  /** By the classes of SQLSTATE in appendix A of PostgreSQL's manual. */
  private static Fault ofState(String state) {
    return switch (state.substring(0, 2)) {
      case "08" -> Fault.UNREACHABLE;
      case "28" -> Fault.REFUSED;
      case "3D" -> Fault.NONE;
      default -> Fault.OTHER;
    };
  }

  private static Throwable innermost(Throwable e) {
    return e.getCause() == null ? e : innermost(e.getCause());
  }
}
