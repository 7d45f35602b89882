package yomitori.desk.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.Answer;
import yomitori.desk.values.Decided;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.History;
import yomitori.desk.values.Kind;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.PuttingAside;
import yomitori.desk.values.SenderAnswer;
import yomitori.desk.values.Undoing;
import yomitori.desk.values.Values;
import yomitori.form.Form;
import yomitori.resolve.master.MasterEntry;

/**
 * Gives operators what they are to look at and takes their answers. A page with all its doubts is
 * one operator's until the last of them is answered or passed on, or until the operator gives no
 * sign of life for long enough. May be used from any thread.
 */
public final class DoubtQueue {

  private final Ledger ledger;
  private final PageForms forms;
  private final QueueRules rules;
  private final Clock clock;
  private final Leases leases;
  private final Skips skips;
  private final Turns turns;

  /**
   * @param chance decides when a page of the sample comes; used by one thread at a time
   */
  public DoubtQueue(
      Ledger ledger, PageForms forms, QueueRules rules, Clock clock, RandomGenerator chance) {
    this.ledger = ledger;
    this.forms = forms;
    this.rules = rules;
    this.clock = clock;
    this.leases = new Leases(rules.lease());
    this.skips = new Skips(rules.skip());
    this.turns = new Turns(leases, skips, rules.recheckShare(), chance);
  }

  /**
   * What an operator is to look at now, and what will come after it; fewer or none where nothing is
   * left. Both are this operator's alone from now on. The same again until it is answered.
   */
  public List<Item> take(Actor who) {
    return ledger.write(handle -> turns.take(handle, who, Optional.empty(), clock.instant()));
  }

  /**
   * As {@link #take(Actor)}, but begins with a certain field, where that is open and its page
   * nobody else's.
   */
  public List<Item> take(Actor who, FieldKey wanted) {
    return ledger.write(handle -> turns.take(handle, who, Optional.of(wanted), clock.instant()));
  }

  /**
   * Takes an answer.
   *
   * @param version of the item that was shown
   * @param typed as it came from the browser
   */
  public Outcome answer(Actor who, FieldKey key, long version, String typed) {
    return ledger.write(
        handle -> {
          Answer answer = forms.check(handle, key, typed);
          if (answer instanceof Answer.Refused refused) {
            return new Outcome.Refused(refused.why());
          }
          String value = ((Answer.Valid) answer).value();
          return give(handle, who, key, version, Map.of(key.field(), value));
        });
  }

  /**
   * Answers the fields that ask for the sender, one decision each.
   *
   * @param key one of these fields
   * @param version of the item that was shown
   */
  public Outcome answer(Actor who, FieldKey key, long version, MasterEntry sender) {
    return ledger.write(
        handle -> {
          Optional<Form> form = forms.of(handle, key.pageId());
          Map<String, String> values = form.map(f -> SenderAnswer.of(f, sender)).orElseGet(Map::of);
          return values.containsKey(key.field())
              ? give(handle, who, key, version, values)
              : new Outcome.Refused(Answer.Refusal.NOT_IN_LIST);
        });
  }

  private Outcome give(
      Handle handle, Actor who, FieldKey key, long version, Map<String, String> values) {
    Instant now = clock.instant();
    Values.lock(handle, key.pageId());
    Optional<FieldState> state = Values.state(handle, key);
    if (state.isEmpty()) {
      return new Outcome.Gone();
    }
    boolean open = state.get().inDoubt() || Rechecks.isOpen(handle, key);
    if (!open || Values.version(handle, key) != version) {
      return settled(handle, key, state.get().inDoubt() ? "" : state.get().value());
    }
    Optional<String> holder = leases.otherHolder(handle, key.pageId(), who, now);
    if (holder.isPresent()) {
      return new Outcome.Lost(holder.get());
    }
    leases.take(handle, key.pageId(), who, now);
    Giving giving = new Giving(handle, now, who, rules.doubleEntry());
    values.forEach(
        (field, value) -> give(handle, giving, new FieldKey(key.pageId(), field), value));
    if (Candidates.ofPage(handle, key.pageId(), who, now).isEmpty()) {
      leases.giveBack(handle, key.pageId(), who);
    }
    return new Outcome.Taken();
  }

  private static void give(Handle handle, Giving giving, FieldKey key, String value) {
    Optional<FieldState> state = Values.state(handle, key);
    if (state.isEmpty()) {
      return;
    }
    if (!state.get().inDoubt() && Rechecks.isOpen(handle, key)) {
      giving.recheck(key, state.get(), value);
    } else {
      giving.doubt(key, state.get(), value);
    }
  }

  /**
   * Corrects any field of a page, in doubt or not, whoever has the page.
   *
   * @param version of the field's history that the operator has seen
   */
  public Outcome correct(Actor who, FieldKey key, long version, String typed) {
    return ledger.write(
        handle -> {
          Answer answer = forms.check(handle, key, typed);
          if (answer instanceof Answer.Refused refused) {
            return new Outcome.Refused(refused.why());
          }
          Instant now = clock.instant();
          Values.lock(handle, key.pageId());
          Optional<FieldState> state = Values.state(handle, key);
          if (state.isEmpty()) {
            return new Outcome.Gone();
          }
          if (Values.version(handle, key) != version) {
            return settled(handle, key, state.get().value());
          }
          new Giving(handle, now, who, rules.doubleEntry())
              .settle(Kind.RECORD, key, ((Answer.Valid) answer).value());
          return new Outcome.Taken();
        });
  }

  private static Outcome settled(Handle handle, FieldKey key, String value) {
    return new Outcome.Settled(
        History.last(handle, key).map(Decided::who).orElse(Actor.DESK), value);
  }

  /** Passes a doubt on to others. */
  public void skip(Actor who, FieldKey key) {
    ledger.change(handle -> skips.add(handle, key, who, clock.instant()));
  }

  /** What the operator passed on last; empty where there is nothing. */
  public Optional<FieldKey> lastSkipped(Actor who) {
    return ledger.read(handle -> skips.last(handle, who, clock.instant()));
  }

  /** Offers everything again that the operator passed on. */
  public void takeUpSkipped(Actor who) {
    ledger.change(handle -> skips.forgetAll(handle, who));
  }

  /** A sign of life: what the operator has stays with the operator. */
  public void keep(Actor who) {
    ledger.change(handle -> leases.keep(handle, who, clock.instant()));
  }

  /** Gives everything back, as at the end of work. */
  public void leave(Actor who) {
    ledger.change(handle -> leases.giveAllBack(handle, who));
  }

  /** Takes back what the operator decided last. */
  public Undoing.Outcome undo(Actor who) {
    return ledger.write(
        handle -> {
          Undoing.Outcome outcome = Undoing.last(handle, clock.instant(), who);
          if (outcome instanceof Undoing.Outcome.Undone undone) {
            undone.rows().forEach(row -> reopen(handle, row));
          }
          return outcome;
        });
  }

  /** Takes back what an operator decided of a field. */
  public Undoing.Outcome undo(Actor who, FieldKey key) {
    return ledger.write(
        handle -> {
          Undoing.Outcome outcome = Undoing.field(handle, clock.instant(), who, key);
          if (outcome instanceof Undoing.Outcome.Undone undone) {
            undone.rows().forEach(row -> reopen(handle, row));
          }
          return outcome;
        });
  }

  private static void reopen(Handle handle, Decided row) {
    Opinions.reopen(handle, row.id());
    if (row.kind() == Kind.RECHECK) {
      Rechecks.reopen(handle, row.key());
    }
  }

  /**
   * How far the queue is.
   *
   * @param today when the operator's day began
   */
  public Progress progress(Actor who, Instant today) {
    return ledger.read(
        handle ->
            new Progress(
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM field_value WHERE decision = 'review' AND "
                            + PuttingAside.NOT_ASIDE)
                    .mapTo(int.class)
                    .one(),
                History.count(handle, who, today),
                skips.count(handle, who, clock.instant()),
                Opinions.waiting(handle)));
  }
}
