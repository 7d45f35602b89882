package yomitori.desk.people;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of accounts and sessions. */
final class Rows {

  static final RowMapper<Operator> OPERATOR =
      (row, context) ->
          new Operator(
              row.getLong("id"),
              row.getString("name"),
              row.getString("display_name"),
              Role.of(row.getString("role")),
              row.getInt("active") == 1,
              row.getInt("must_change") == 1,
              row.getString("language"));

  private Rows() {}

  static Optional<Operator> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM operator WHERE id = :id")
        .bind("id", id)
        .map(OPERATOR)
        .findOne();
  }

  static Optional<Operator> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT * FROM operator WHERE name = :name")
        .bind("name", name)
        .map(OPERATOR)
        .findOne();
  }

  static String passwordOf(Handle handle, long id) {
    return handle
        .createQuery("SELECT password FROM operator WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** Sets a column, whose name comes from the program. */
  static void set(Handle handle, long id, String column, Object value) {
    handle
        .createUpdate("UPDATE operator SET " + column + " = :value WHERE id = :id")
        .bind("value", value)
        .bind("id", id)
        .execute();
  }

  static void setPassword(Handle handle, long id, String hashed, boolean mustChange) {
    set(handle, id, "password", hashed);
    set(handle, id, "must_change", mustChange ? 1 : 0);
  }

  /** Logs a person out everywhere but in the session of a digest. */
  static void endSessions(Handle handle, long operatorId, String keptDigest) {
    handle
        .createUpdate("DELETE FROM session WHERE operator_id = :id AND digest <> :kept")
        .bind("id", operatorId)
        .bind("kept", keptDigest)
        .execute();
  }
}
