package yomitori.desk.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.audit.Actor;

/** Whose sheet a crop is on, within the caller's transaction. */
final class Holds {

  private final Duration term;

  Holds(Duration term) {
    this.term = term;
  }

  /** The pages of a field that are on an operator's sheet, whether or not time is up. */
  Set<Long> of(Handle handle, String field, Actor who) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT page_id FROM sheet_hold WHERE operator_id = :who AND field = :field")
            .bind("who", who.id())
            .bind("field", field)
            .mapTo(Long.class)
            .list());
  }

  /** Puts crops on an operator's sheet; gives those that could be had. */
  List<Crop> take(Handle handle, String field, List<Crop> crops, Actor who, Instant now) {
    if (crops.isEmpty()) {
      return List.of();
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO sheet_hold (page_id, field, operator_id, operator, until) VALUES (:page,"
                + " :field, :who, :name, :until) ON CONFLICT (page_id, field) DO UPDATE SET"
                + " operator_id = excluded.operator_id, operator = excluded.operator, until ="
                + " excluded.until WHERE sheet_hold.operator_id = excluded.operator_id OR"
                + " sheet_hold.until <= :now");
    for (Crop crop : crops) {
      batch
          .bind("page", crop.page())
          .bind("field", field)
          .bind("who", who.id())
          .bind("name", who.name())
          .bind("until", now.plus(term).toEpochMilli())
          .bind("now", now.toEpochMilli())
          .add();
    }
    int[] added = batch.execute();
    List<Crop> had = new ArrayList<>();
    for (int i = 0; i < added.length; i++) {
      if (added[i] > 0) {
        had.add(crops.get(i));
      }
    }
    return had;
  }

  /** The pages of a field that are on other operators' sheets. */
  Set<Long> ofOthers(Handle handle, String field, Actor who, Instant now) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT page_id FROM sheet_hold WHERE field = :field AND operator_id <> :who AND"
                    + " until > :now")
            .bind("field", field)
            .bind("who", who.id())
            .bind("now", now.toEpochMilli())
            .mapTo(Long.class)
            .list());
  }

  /** Lengthens the time of all crops of an operator. */
  void keep(Handle handle, Actor who, Instant now) {
    handle
        .createUpdate("UPDATE sheet_hold SET until = :until WHERE operator_id = :who")
        .bind("until", now.plus(term).toEpochMilli())
        .bind("who", who.id())
        .execute();
  }

  /** Gives all crops of an operator back. */
  void giveBack(Handle handle, Actor who) {
    handle
        .createUpdate("DELETE FROM sheet_hold WHERE operator_id = :who")
        .bind("who", who.id())
        .execute();
  }
}
