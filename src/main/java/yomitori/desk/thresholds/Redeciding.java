package yomitori.desk.thresholds;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
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
 * far it is: what was cut off goes on where it stood. What people have decided stays.
 */
final class Redeciding {

  /** Operators wait for a piece while it is written. */
  private static final int PIECE = 20;

  private final Ledger ledger;
  private final ResolveStage resolver;
  private final Clock clock;

  Redeciding(Ledger ledger, ResolveStage resolver, Clock clock) {
    this.ledger = ledger;
    this.resolver = resolver;
    this.clock = clock;
  }

  /**
   * Decides all pages of a change.
   *
   * @param form without the change's costs
   * @param stopped whether to leave the rest for another time
   */
  void run(ThresholdChange change, Form form, BooleanSupplier stopped) {
    Form changed = form.withDoubt(change.costs());
    long last = change.doneUpTo();
    while (!stopped.getAsBoolean()) {
      long from = last;
      List<ReadPage> pages = ledger.read(handle -> ReadPages.after(handle, form.id(), from, PIECE));
      if (pages.isEmpty()) {
        ledger.change(handle -> note(handle, change, from, 1));
        return;
      }
      List<PageChange> changes =
          pages.stream()
              .map(page -> PageChange.of(page, changed, resolver))
              .filter(c -> !c.line().equals(c.page().line()))
              .toList();
      last = pages.get(pages.size() - 1).id();
      long upTo = last;
      ledger.change(
          handle -> {
            changes.forEach(c -> apply(handle, change, changed, c));
            note(handle, change, upTo, 0);
          });
    }
  }

  private void apply(Handle handle, ThresholdChange by, Form form, PageChange change) {
    long page = change.page().id();
    Instant now = clock.instant();
    Values.lock(handle, page);
    int replaced =
        handle
            .createUpdate(
                "UPDATE reading SET line = :after WHERE page_id = :page AND line = :before")
            .bind("after", change.line())
            .bind("before", change.page().line())
            .bind("page", page)
            .execute();
    if (replaced == 0) {
      return; // read anew meanwhile, by these costs already
    }
    Values.changed(handle, page, now);
    for (Change c : change.without(ReadPages.saidByPeople(handle, page)).changes()) {
      FieldValue after = c.after();
      FieldKey key = new FieldKey(page, after.fieldId());
      Optional<FieldState> state = Values.state(handle, key);
      if (state.isPresent()) {
        Values.decide(
            handle,
            now,
            Actor.DESK,
            Kind.REDECIDE,
            by.step(),
            key,
            after.value(),
            FieldState.read(after));
        PageForms.field(form, after.fieldId())
            .ifPresent(field -> PageValues.refresh(handle, key, field, after));
      }
    }
  }

  private static void note(Handle handle, ThresholdChange change, long upTo, int done) {
    handle
        .createUpdate("UPDATE threshold SET done_up_to = :upTo, done = :done WHERE id = :id")
        .bind("upTo", upTo)
        .bind("done", done)
        .bind("id", change.id())
        .execute();
  }
}
