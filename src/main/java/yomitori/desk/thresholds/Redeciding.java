package yomitori.desk.thresholds;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.PageValues;
import yomitori.desk.thresholds.ReadPages.ReadPage;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.Kind;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.Form;
import yomitori.record.PageReader.ResolveStage;
import yomitori.record.Redecision.Change;
import yomitori.resolve.FieldValue;

/**
 * Decides the pages of a form anew, piece by piece, each piece in one transaction with the note how
 * far it is: what was cut off goes on where it stood. What people have decided stays. A page on
 * which that fails holds up no other. Used by one thread at a time.
 */
final class Redeciding {

  /** Operators wait for a piece while it is written. */
  private static final int PIECE = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Redeciding.class);

  private final Ledger ledger;
  private final ResolveStage resolver;
  private final Clock clock;
  private final ThresholdChange change;
  private final Form form;
  private final NavigableSet<Long> failing = new TreeSet<>();
  private final Set<Long> faxesInHand = new HashSet<>();
  private boolean begun;
  private long reached;

  /**
   * @param form without the change's costs
   */
  Redeciding(Ledger ledger, ResolveStage resolver, Clock clock, ThresholdChange change, Form form) {
    this.ledger = ledger;
    this.resolver = resolver;
    this.clock = clock;
    this.change = change;
    this.form = form.withDoubt(change.costs());
    this.reached = change.doneUpTo();
  }

  /** The costs that it decides by. */
  ThresholdChange change() {
    return change;
  }

  /**
   * Decides what is not yet decided.
   *
   * @param stopped whether to leave the rest for another time
   * @return false where it is to be called again later: a page could not be decided, or a fax that
   *     was begun by the former costs is still being read
   */
  boolean run(BooleanSupplier stopped) {
    boolean allRead = !anyInHand();
    for (long page : List.copyOf(failing)) {
      if (!stopped.getAsBoolean()) {
        tryAgain(page);
      }
    }
    while (!stopped.getAsBoolean()) {
      List<ReadPage> pages = pages(reached, PIECE);
      if (pages.isEmpty()) {
        boolean done = allRead && failing.isEmpty();
        ledger.change(handle -> note(handle, upTo(reached, failing), done));
        return done;
      }
      decide(pages);
    }
    return true;
  }

  /** Whether a fax is still being read that was at the beginning. */
  private boolean anyInHand() {
    List<Long> now =
        ledger.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT id FROM fax WHERE state = 'waiting' AND claimed_until > :now")
                    .bind("now", clock.millis())
                    .mapTo(Long.class)
                    .list());
    if (!begun) {
      faxesInHand.addAll(now);
      begun = true;
    }
    faxesInHand.retainAll(now);
    return !faxesInHand.isEmpty();
  }

  private List<ReadPage> pages(long after, int most) {
    return ledger.read(handle -> ReadPages.ALL.after(handle, form.id(), after, most));
  }

  private void tryAgain(long id) {
    List<ReadPage> found = pages(id - 1, 1);
    if (!found.isEmpty() && found.get(0).id() == id) {
      decide(found);
    } else {
      failing.remove(id); // removed meanwhile
    }
  }

  private void decide(List<ReadPage> pages) {
    NavigableSet<Long> stillFailing = new TreeSet<>(failing);
    List<PageChange> changes = new ArrayList<>();
    for (ReadPage page : pages) {
      try {
        PageChange decided = PageChange.of(page, form, resolver);
        stillFailing.remove(page.id());
        if (!decided.line().equals(page.line())) {
          changes.add(decided);
        }
      } catch (RuntimeException e) {
        if (stillFailing.add(page.id())) {
          LOG.error(
              "page {} cannot be decided by the costs of change {}; it is tried again, the others"
                  + " go on",
              page.id(),
              change.id(),
              e);
        }
      }
    }
    long last = Math.max(reached, pages.get(pages.size() - 1).id());
    ledger.change(
        handle -> {
          changes.forEach(c -> apply(handle, c));
          note(handle, upTo(last, stillFailing), false);
        });
    reached = last;
    failing.clear();
    failing.addAll(stillFailing);
  }

  /** Where a later start is to go on. */
  private static long upTo(long last, NavigableSet<Long> failing) {
    return failing.isEmpty() ? last : failing.first() - 1;
  }

  private void apply(Handle handle, PageChange decided) {
    long page = decided.page().id();
    Instant now = clock.instant();
    Values.lock(handle, page);
    int replaced =
        handle
            .createUpdate(
                "UPDATE reading SET line = :after WHERE page_id = :page AND line = :before")
            .bind("after", decided.line())
            .bind("before", decided.page().line())
            .bind("page", page)
            .execute();
    if (replaced == 0) {
      return; // read anew meanwhile, by these costs already
    }
    Values.changed(handle, page, now);
    for (Change c : decided.without(ReadPages.saidByPeople(handle, page)).changes()) {
      FieldValue after = c.after();
      FieldKey key = new FieldKey(page, after.fieldId());
      Optional<FieldState> state = Values.state(handle, key);
      if (state.isPresent()) {
        Values.decide(
            handle,
            now,
            Actor.DESK,
            Kind.REDECIDE,
            change.step(),
            key,
            after.value(),
            FieldState.read(after));
        PageForms.field(form, after.fieldId())
            .ifPresent(field -> PageValues.refresh(handle, key, field, after));
      }
    }
  }

  private void note(Handle handle, long upTo, boolean done) {
    handle
        .createUpdate("UPDATE threshold SET done_up_to = :upTo, done = :done WHERE id = :id")
        .bind("upTo", upTo)
        .bind("done", done ? 1 : 0)
        .bind("id", change.id())
        .execute();
  }
}
