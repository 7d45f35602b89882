package yomitori.desk.thresholds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.thresholds.Count.FieldCount;
import yomitori.desk.thresholds.Count.Sample;
import yomitori.desk.thresholds.Count.State;
import yomitori.desk.thresholds.ReadPages.ReadPage;
import yomitori.form.DoubtCosts;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.record.PageReader.ResolveStage;
import yomitori.record.Redecision.Change;
import yomitori.record.Redecision.Kind;

/**
 * Counts what other costs would change, changing nothing. One thread counts, any may ask how far it
 * is.
 */
final class Counting {

  private static final int PIECE = 50;

  /** Crops shown of a field in each direction. */
  private static final int SAMPLES = 12;

  private final Ledger ledger;
  private final Form form;
  private final DoubtCosts costs;
  private final ResolveStage resolver;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private volatile boolean unwanted;
  private volatile Count soFar;

  private static final class Tally {
    final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    final List<Sample> samples = new ArrayList<>();

    int of(Kind kind) {
      return counts.getOrDefault(kind, 0);
    }
  }

  Counting(Ledger ledger, Form form, DoubtCosts costs, ResolveStage resolver) {
    this.ledger = ledger;
    this.form = form.withDoubt(costs);
    this.costs = costs;
    this.resolver = resolver;
    this.soFar = new Count(form.id(), costs, 0, 0, State.RUNNING, List.of());
  }

  /** How far it is. */
  Count soFar() {
    return soFar;
  }

  /** Ends it: nobody wants to know any more. */
  void end() {
    unwanted = true;
  }

  /** Something went wrong. */
  void fail() {
    soFar = new Count(form.id(), costs, soFar.pages(), soFar.of(), State.FAILED, List.of());
  }

  /** Counts until all is counted, or until it is ended. */
  void run() {
    int all = ledger.read(handle -> ReadPages.COUNTED.count(handle, form.id(), Long.MAX_VALUE));
    int done = 0;
    long last = 0;
    while (!unwanted) {
      long from = last;
      List<ReadPage> pages =
          ledger.read(handle -> ReadPages.COUNTED.after(handle, form.id(), from, PIECE));
      if (pages.isEmpty()) {
        soFar = new Count(form.id(), costs, done, all, State.DONE, fields());
        return;
      }
      pages.forEach(this::add);
      done += pages.size();
      last = pages.get(pages.size() - 1).id();
      soFar = new Count(form.id(), costs, done, Math.max(all, done), State.RUNNING, List.of());
    }
  }

  private void add(ReadPage page) {
    PageChange change = PageChange.of(page, form, resolver);
    if (change.changes().isEmpty()) {
      return;
    }
    change
        .without(ledger.read(handle -> ReadPages.saidByPeople(handle, page.id())))
        .changes()
        .forEach(c -> add(page.id(), c));
  }

  private void add(long page, Change change) {
    Tally tally = tallies.computeIfAbsent(change.before().fieldId(), field -> new Tally());
    int before = tally.of(change.kind());
    tally.counts.put(change.kind(), before + 1);
    if (before < SAMPLES) {
      tally.samples.add(
          new Sample(
              page, change.before().value(), change.after().value(), change.after().inDoubt()));
    }
  }

  private List<FieldCount> fields() {
    return form.fields().stream()
        .map(Field::id)
        .filter(tallies::containsKey)
        .map(
            field -> {
              Tally tally = tallies.get(field);
              return new FieldCount(
                  field,
                  tally.of(Kind.ACCEPTED_TO_REVIEW),
                  tally.of(Kind.REVIEW_TO_ACCEPTED),
                  tally.of(Kind.VALUE),
                  tally.samples);
            })
        .toList();
  }
}
