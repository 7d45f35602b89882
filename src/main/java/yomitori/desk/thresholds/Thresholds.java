package yomitori.desk.thresholds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.DoubtCosts;
import yomitori.form.Form;
import yomitori.record.PageReader.ResolveStage;

/**
 * What a wrong mark costs beside a look at one: tried out beforehand, changed, and changed back. A
 * change holds for pages read from then on at once; earlier pages are decided anew one after
 * another. May be used from any thread.
 */
public final class Thresholds implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  /**
   * Between tries, where a page cannot be decided anew, a fax is still being read by the former
   * costs, or the ledger does not answer.
   */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Thresholds.class);

  private final Ledger ledger;
  private final PageForms forms;
  private final ResolveStage resolver;
  private final CostsInForce inForce;
  private final Clock clock;
  private final Map<String, Counting> counts = new ConcurrentHashMap<>();
  private final Duration pause;
  private final ScheduledThreadPoolExecutor work =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "thresholds");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopped;

  /**
   * @param resolver decides a page by the costs of the form that it is given
   * @param inForce is kept up to date
   */
  public Thresholds(
      Ledger ledger, PageForms forms, ResolveStage resolver, CostsInForce inForce, Clock clock) {
    this(ledger, forms, resolver, inForce, clock, PAUSE);
  }

  /**
   * @param pause before what failed is tried again
   */
  Thresholds(
      Ledger ledger,
      PageForms forms,
      ResolveStage resolver,
      CostsInForce inForce,
      Clock clock,
      Duration pause) {
    this.pause = pause;
    this.work.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.ledger = ledger;
    this.forms = forms;
    this.resolver = resolver;
    this.inForce = inForce;
    this.clock = clock;
  }

  /** Puts in force what managers have set, and goes on with what was cut off. */
  public void start() {
    for (Form form : forms.all()) {
      changes(form.id()).stream()
          .findFirst()
          .ifPresent(
              newest -> {
                inForce.put(form.id(), newest.costs());
                if (!newest.done()) {
                  work.execute(() -> redecide(redeciding(newest, form)));
                }
              });
    }
  }

  /** The costs that hold for a form. */
  public DoubtCosts present(Form form) {
    return inForce.of(form).doubt();
  }

  /** What managers have set for a form, the newest first. */
  public List<ThresholdChange> changes(String form) {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT * FROM threshold WHERE form = :form ORDER BY id DESC")
                .bind("form", form)
                .map(ThresholdChange.ROW)
                .list());
  }

  /** How many pages a change has been applied to, of how many. */
  public Progress progress(ThresholdChange change) {
    return ledger.read(
        handle ->
            new Progress(
                ReadPages.ALL.count(handle, change.form(), change.doneUpTo()),
                ReadPages.ALL.count(handle, change.form(), Long.MAX_VALUE)));
  }

  /** So many pages of so many. */
  public record Progress(int pages, int of) {}

  /** Begins to count what other costs would change; what was counted for the form is forgotten. */
  public void count(Form form, DoubtCosts costs) {
    Counting counting = new Counting(ledger, form, costs, resolver);
    Counting before = counts.put(form.id(), counting);
    if (before != null) {
      before.end();
    }
    work.execute(() -> count(counting));
  }

  /** What was counted last for a form, as far as it is; empty where nothing was. */
  public Optional<Count> counted(String form) {
    return Optional.ofNullable(counts.get(form)).map(Counting::soFar);
  }

  /** Sets the costs of a form, of several managers one after the other: the last ones hold. */
  public synchronized void change(Actor who, Form form, DoubtCosts costs) {
    ThresholdChange change =
        ledger.write(
            handle -> {
              Instant now = clock.instant();
              handle
                  .createUpdate("UPDATE threshold SET done = 1 WHERE form = :form")
                  .bind("form", form.id())
                  .execute();
              Deed deed =
                  Deed.change(
                      Action.SETTING_CHANGED,
                      "threshold",
                      form.id(),
                      words(present(form)),
                      words(costs));
              Audit.add(handle, now, who, deed);
              return add(handle, who, form.id(), costs, now);
            });
    inForce.put(form.id(), costs);
    Counting counted = counts.remove(form.id());
    if (counted != null) {
      counted.end();
    }
    work.execute(() -> redecide(redeciding(change, form)));
  }

  /** Ends after the pages in hand; the next start goes on. */
  @Override
  public void close() {
    stopped = true;
    counts.values().forEach(Counting::end);
    work.shutdown();
    try {
      work.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(Counting counting) {
    try {
      counting.run();
    } catch (RuntimeException e) {
      LOG.error("what other costs would change cannot be counted", e);
      counting.fail();
    }
  }

  private Redeciding redeciding(ThresholdChange change, Form form) {
    return new Redeciding(ledger, resolver, clock, change, form);
  }

  private void redecide(Redeciding pages) {
    boolean done = false;
    try {
      done = pages.run(() -> stopped || isOld(pages.change()));
    } catch (RuntimeException e) {
      LOG.error(
          "pages are not all decided by the costs of change {}; again in {}",
          pages.change().id(),
          pause,
          e);
    }
    if (!done && !stopped) {
      ScheduledFuture<?> unused =
          work.schedule(() -> redecide(pages), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean isOld(ThresholdChange change) {
    return changes(change.form()).get(0).id() != change.id();
  }

  private static String words(DoubtCosts costs) {
    return costs.error() + ":" + costs.review();
  }

  private static ThresholdChange add(
      Handle handle, Actor who, String form, DoubtCosts costs, Instant now) {
    String step = Values.newStep();
    long id =
        handle
            .createUpdate(
                "INSERT INTO threshold (form, error_cost, review_cost, operator_id, operator, at,"
                    + " step) VALUES (:form, :error, :review, :who, :name, :at, :step)")
            .bind("form", form)
            .bind("error", costs.error())
            .bind("review", costs.review())
            .bind("who", who.id())
            .bind("name", who.name())
            .bind("at", now.toEpochMilli())
            .bind("step", step)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return new ThresholdChange(id, form, costs, who, now, step, 0, false);
  }
}
