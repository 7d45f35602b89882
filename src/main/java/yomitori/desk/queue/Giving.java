package yomitori.desk.queue;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;
import yomitori.desk.queue.Opinions.Opinion;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.Kind;
import yomitori.desk.values.Values;

/**
 * Turns an answer that was checked into the value of its field, or into an opinion that waits for
 * another person's. Of two that agree, and of a third, the answer is the value.
 */
final class Giving {

  private final Handle handle;
  private final Instant at;
  private final Actor who;
  private final DoubleEntry doubleEntry;
  private final String step = Values.newStep();

  Giving(Handle handle, Instant at, Actor who, DoubleEntry doubleEntry) {
    this.handle = handle;
    this.at = at;
    this.who = who;
    this.doubleEntry = doubleEntry;
  }

  /** Answers a doubt. */
  void doubt(FieldKey key, FieldState state, String value) {
    List<Opinion> others = Opinions.open(handle, key);
    if (others.isEmpty() && !doubleEntry.asks(key)) {
      settle(Kind.ANSWER, key, value);
    } else if (others.isEmpty()) {
      wait(Kind.ANSWER, key, state, value);
    } else if (others.size() == 1 && others.get(0).kind() != Kind.RECHECK) {
      if (others.get(0).value().equals(value)) {
        settle(Kind.SECOND, key, value);
      } else {
        wait(Kind.SECOND, key, state, value);
      }
    } else {
      settle(Kind.THIRD, key, value);
    }
  }

  /** Reads a present value once more; where that differs, it is in doubt from now on. */
  void recheck(FieldKey key, FieldState state, String value) {
    Rechecks.done(handle, key, at, value);
    if (value.equals(state.value())) {
      Values.decide(handle, at, who, Kind.RECHECK, step, key, value, state);
    } else {
      wait(Kind.RECHECK, key, state.doubted(), value);
    }
  }

  /** Decides, whatever others said. */
  void settle(Kind kind, FieldKey key, String value) {
    FieldState after = FieldState.corrected(value);
    long id = Values.decide(handle, at, who, kind, step, key, value, after);
    Opinions.close(handle, key, id);
  }

  private void wait(Kind kind, FieldKey key, FieldState meanwhile, String value) {
    long id = Values.decide(handle, at, who, kind, step, key, value, meanwhile);
    Opinions.add(handle, id, key, who, value);
  }
}
