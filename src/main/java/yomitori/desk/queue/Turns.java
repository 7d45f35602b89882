package yomitori.desk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Values;

/** Whose turn is what: gives out pages, within the caller's transaction. */
final class Turns {

  /** The item to show and the one to make ready. */
  private static final int HELD = 2;

  /** A page may be taken by somebody else between finding and taking it. */
  private static final int TRIES = 10;

  /** One page in so many is taken for a sample of accepted fields, while there are doubts. */
  private static final int RECHECK_EVERY = 10;

  private final Leases leases;
  private final Skips skips;
  private final double recheckShare;
  private final RandomGenerator chance;

  Turns(Leases leases, Skips skips, double recheckShare, RandomGenerator chance) {
    this.leases = leases;
    this.skips = skips;
    this.recheckShare = recheckShare;
    this.chance = chance;
  }

  /** The item for an operator to look at, and the one after it. */
  List<Item> take(Handle handle, Actor who, Optional<FieldKey> wanted, Instant now) {
    Rechecks.draw(handle, recheckShare);
    List<Item> items = new ArrayList<>();
    List<Long> had = leases.of(handle, who);
    wanted.ifPresent(
        key -> {
          skips.forget(handle, key, who);
          addPage(handle, items, key.pageId(), who, now, !had.contains(key.pageId()));
          items.sort(Comparator.comparing(item -> !item.key().equals(key)));
        });
    for (long page : had) {
      if (wanted.isEmpty() || page != wanted.get().pageId()) {
        addPage(handle, items, page, who, now, false);
      }
    }
    for (int i = 0; i < TRIES && items.size() < HELD; i++) {
      nextPage(handle, who, now).ifPresent(page -> addPage(handle, items, page, who, now, true));
    }
    return List.copyOf(items.subList(0, Math.min(HELD, items.size())));
  }

  /**
   * Adds what is open on a page that can be had; a page with nothing open is given back.
   *
   * @param unseen whether the operator did not have it before: it goes into the trail
   */
  private void addPage(
      Handle handle, List<Item> items, long page, Actor who, Instant now, boolean unseen) {
    if (leases.take(handle, page, who, now)) {
      List<Item> open = Candidates.ofPage(handle, page, who, now);
      if (open.isEmpty()) {
        leases.giveBack(handle, page, who);
      } else if (unseen) {
        Audit.add(handle, now, who, Deed.of(Action.SEEN, Values.PAGE, Long.toString(page)));
      }
      items.addAll(open);
    }
  }

  private Optional<Long> nextPage(Handle handle, Actor who, Instant now) {
    if (recheckShare == 0) {
      return Candidates.mostValuablePage(handle, who, now);
    }
    Optional<Long> sample = Candidates.pageToRecheck(handle, who, now);
    if (sample.isPresent() && sampleTurn()) {
      return sample;
    }
    return Candidates.mostValuablePage(handle, who, now).or(() -> sample);
  }

  private boolean sampleTurn() {
    synchronized (chance) {
      return chance.nextInt(RECHECK_EVERY) == 0;
    }
  }
}
