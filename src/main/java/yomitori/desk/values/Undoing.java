package yomitori.desk.values;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;

/** Takes back what an operator decided last. */
public final class Undoing {

  private Undoing() {}

  /** What became of it. */
  public sealed interface Outcome {

    /** The fields hold again what they held before; newest first. */
    record Undone(List<Decided> rows) implements Outcome {}

    /** There is nothing of this operator's to take back. */
    record Nothing() implements Outcome {}

    /** Somebody has decided the same field since; it stays as it is. */
    record ChangedSince(FieldKey key, Actor who) implements Outcome {}
  }

  /** Takes back what an operator decided of a field, where nobody has decided it since. */
  public static Outcome field(Handle handle, Instant at, Actor who, FieldKey key) {
    Values.lock(handle, key.pageId());
    Optional<Decided> newest = History.last(handle, key);
    if (newest.isEmpty()) {
      return new Outcome.Nothing();
    }
    Decided row = newest.get();
    if (row.who().id() != who.id()) {
      return new Outcome.ChangedSince(key, row.who());
    }
    Values.restore(handle, at, who, Values.newStep(), row);
    return new Outcome.Undone(List.of(row));
  }

  /** Takes the operator's last step back as a whole, or leaves everything as it is. */
  public static Outcome last(Handle handle, Instant at, Actor who) {
    List<Decided> rows = History.lastStep(handle, who);
    if (rows.isEmpty()) {
      return new Outcome.Nothing();
    }
    rows.stream()
        .map(row -> row.key().pageId())
        .distinct()
        .sorted()
        .forEach(p -> Values.lock(handle, p));
    for (Decided row : rows) {
      Optional<Decided> newest = History.last(handle, row.key());
      if (newest.isPresent() && newest.get().id() != row.id()) {
        return new Outcome.ChangedSince(row.key(), newest.get().who());
      }
    }
    String step = Values.newStep();
    rows.forEach(row -> Values.restore(handle, at, who, step, row));
    return new Outcome.Undone(rows);
  }
}
