package yomitori.desk.sheet;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.sheet.Judgement.Shown;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.Field;
import yomitori.resolve.FieldValue.Decision;

/**
 * Sheets of one field over many pages. What is on an operator's sheet is on nobody else's and in
 * nobody else's queue, until the sheet is settled or the operator gives no sign of life for long
 * enough. An operator has one sheet at a time. May be used from any thread.
 */
public final class Sheets {

  /** What an eye goes over in half a minute, and two screens show. */
  public static final int MOST = 60;

  /** Of what is found some may be for two people to answer. */
  private static final int FOUND = 4 * MOST;

  /** Somebody else may take what was found. */
  private static final int TRIES = 3;

  private final Ledger ledger;
  private final PageForms forms;
  private final QueueRules rules;
  private final Holds holds;
  private final Clock clock;

  /**
   * @param rules of the queue: how long crops stay with an operator, and which doubts two people
   *     answer, which are on no sheet
   */
  public Sheets(Ledger ledger, PageForms forms, QueueRules rules, Clock clock) {
    this.ledger = ledger;
    this.forms = forms;
    this.rules = rules;
    this.holds = new Holds(rules.lease());
    this.clock = clock;
  }

  /** Every field of the desk's forms, in their order. */
  public List<Question> questions() {
    return ledger.read(handle -> Questions.of(handle, forms.all()));
  }

  /** What was read of a field, what is most frequent first, whatever the selection says of that. */
  public List<Group> groups(Selection selection) {
    return ledger.read(handle -> Candidates.groups(handle, selection));
  }

  /** A field of the desk's forms; empty where there is none. */
  public Optional<Field> field(Selection selection) {
    return forms.all().stream()
        .filter(form -> form.id().equals(selection.form()))
        .findFirst()
        .flatMap(form -> PageForms.field(form, selection.field()));
  }

  /**
   * A sheet for an operator, at most {@value #MOST} crops, the least sure first; fewer or none
   * where nothing is left. What the operator had before is given back, but for what is on this one,
   * too.
   */
  public List<Crop> take(Actor who, Selection selection) {
    return ledger.write(
        handle -> {
          Instant now = clock.instant();
          Set<Long> before = holds.of(handle, selection.field(), who);
          holds.giveBack(handle, who);
          List<Crop> had = List.of();
          for (int i = 0; i < TRIES && had.isEmpty(); i++) {
            List<Crop> free = free(handle, selection, who, now);
            had = holds.take(handle, selection.field(), free, who, now);
          }
          for (Crop crop : had) {
            if (!before.contains(crop.page())) {
              String page = Long.toString(crop.page());
              Deed seen = new Deed(Action.SEEN, Values.PAGE, page, selection.field(), "", "");
              Audit.add(handle, now, who, seen);
            }
          }
          return had;
        });
  }

  private List<Crop> free(Handle handle, Selection selection, Actor who, Instant now) {
    return Candidates.find(handle, selection, who, now, FOUND).stream()
        .filter(crop -> !askedTwice(selection, crop.page()))
        .limit(MOST)
        .toList();
  }

  private boolean askedTwice(Selection selection, long page) {
    return selection.decision() == Decision.REVIEW
        && rules.doubleEntry().asks(new FieldKey(page, selection.field()));
  }

  /**
   * Settles a sheet in one step, which is taken back as one: what was not picked is right as it was
   * read.
   */
  public Settled settle(Actor who, Selection selection, Judgement judgement) {
    Optional<Field> field = field(selection);
    return ledger.write(
        handle -> {
          Instant now = clock.instant();
          Set<Long> others = holds.ofOthers(handle, selection.field(), who, now);
          Settling settling = new Settling(handle, now, who, selection, field, judgement);
          // Everybody locks pages in this order, so that nobody waits for each other.
          judgement.shown().stream()
              .sorted(Comparator.comparingLong(Shown::page))
              .forEach(
                  shown -> {
                    if (others.contains(shown.page()) || askedTwice(selection, shown.page())) {
                      settling.leaveOut();
                    } else {
                      settling.settle(shown);
                    }
                  });
          holds.giveBack(handle, who);
          return settling.settled();
        });
  }

  /** A sign of life: what is on the operator's sheet stays there. */
  public void keep(Actor who) {
    ledger.change(handle -> holds.keep(handle, who, clock.instant()));
  }

  /** Gives the operator's sheet back. */
  public void leave(Actor who) {
    ledger.change(handle -> holds.giveBack(handle, who));
  }
}
