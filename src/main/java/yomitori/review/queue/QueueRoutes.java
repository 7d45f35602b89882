package yomitori.review.queue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.Item;
import yomitori.desk.queue.Outcome;
import yomitori.desk.values.FieldFacts;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Undoing;
import yomitori.form.Field;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;

/** The queue: shows what an operator is to look at next, and takes the answer. */
public final class QueueRoutes implements Routes {

  private static final String QUEUE = "/queue";

  private final Ledger ledger;
  private final PageForms forms;
  private final DoubtQueue queue;
  private final Suggestions suggestions;
  private final ItemView view;
  private final Clock clock;

  /**
   * @param masters the institutions that may answer
   */
  public QueueRoutes(
      Ledger ledger,
      PageForms forms,
      DoubtQueue queue,
      PagePictures pictures,
      Optional<MasterList> masters,
      Clock clock) {
    this.ledger = ledger;
    this.forms = forms;
    this.queue = queue;
    this.suggestions = new Suggestions(masters);
    this.view = new ItemView(pictures, suggestions);
    this.clock = clock;
  }

  @Override
  public void add(Router router) {
    router.get(QUEUE, Access.OPERATOR, this::show);
    router.post(QUEUE, Access.OPERATOR, this::take);
    router.post(QUEUE + "/keep", Access.OPERATOR, this::keep);
    router.get(QUEUE + "/suggestions", Access.OPERATOR, this::suggest);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(QUEUE, "navigation.queue", Access.OPERATOR, 10));
  }

  private void show(Request request) {
    Actor who = request.operator().actor();
    boolean certain = request.queryNumber("page").isPresent() && !request.query("field").isEmpty();
    if (certain && facts(request.queryNumber("page").getAsLong()).isEmpty()) {
      throw Refusal.notFound();
    }
    List<Item> items =
        certain
            ? queue.take(
                who, new FieldKey(request.queryNumber("page").getAsLong(), request.query("field")))
            : queue.take(who);
    render(request, items, new Said("", false), Optional.empty());
  }

  private void keep(Request request) {
    queue.keep(request.operator().actor());
    request.status(204);
  }

  private void suggest(Request request) {
    long page = request.queryNumber("page").orElseThrow(Refusal::notFound);
    PageFacts facts = facts(page).orElseThrow(Refusal::notFound);
    FieldFacts field = facts.field(request.query("field")).orElseThrow(Refusal::notFound);
    request.render("queue/suggestions.jte", suggestions.of(facts, field, request.query("typed")));
  }

  /** What became of what the operator did. */
  private record Said(String words, boolean fault) {}

  private void take(Request request) {
    Actor who = request.operator().actor();
    switch (request.form("act")) {
      case "undo" -> undo(request, who);
      case "back" -> back(request, who);
      case "again" -> {
        queue.takeUpSkipped(who);
        render(request, queue.take(who), new Said("", false), Optional.empty());
      }
      case "skip" -> {
        queue.skip(who, key(request));
        Said said = new Said(request.texts().text("said.skipped"), false);
        render(request, queue.take(who), said, Optional.empty());
      }
      default -> answer(request, who);
    }
  }

  private void answer(Request request, Actor who) {
    FieldKey key = key(request);
    List<String> chosen = request.formAll("value");
    String answer = chosen.isEmpty() ? request.form("typed") : chosen.get(0);
    String sender = request.form("sender");
    long version = request.formNumber("version");
    String said = answer;
    Outcome outcome;
    if (sender.isEmpty()) {
      outcome = queue.answer(who, key, version, answer);
    } else {
      MasterEntry entry = suggestions.institution(sender).orElseThrow(Refusal::malformed);
      said = entry.name();
      outcome = queue.answer(who, key, version, entry);
    }
    if (outcome instanceof Outcome.Refused refused) {
      String why = "refused." + refused.why().name().toLowerCase(Locale.ROOT);
      Said words = new Said(request.texts().text(why), true);
      render(request, queue.take(who, key), words, Optional.of(answer));
    } else {
      Said words = said(outcome, key, said, request.texts());
      render(request, queue.take(who), words, Optional.empty());
    }
  }

  private Said said(Outcome outcome, FieldKey key, String answer, Texts texts) {
    String label =
        ledger
            .read(handle -> forms.of(handle, key.pageId()))
            .flatMap(form -> PageForms.field(form, key.field()))
            .map(Field::label)
            .orElse(key.field());
    if (outcome instanceof Outcome.Lost lost) {
      return new Said(texts.text("said.lost", label, lost.holder()), true);
    }
    if (outcome instanceof Outcome.Settled settled) {
      return new Said(texts.text("said.settled", label, settled.by().name(), answer), true);
    }
    if (outcome instanceof Outcome.Gone) {
      return new Said(texts.text("said.gone", label), true);
    }
    String words = answer.isEmpty() ? texts.text("empty") : answer;
    return new Said(texts.text("said.taken", label, words), false);
  }

  private void undo(Request request, Actor who) {
    Undoing.Outcome outcome = queue.undo(who);
    Texts texts = request.texts();
    if (outcome instanceof Undoing.Outcome.Undone undone) {
      Said said = new Said(texts.text("said.undone"), false);
      List<Item> items = queue.take(who, undone.rows().get(0).key());
      render(request, items, said, Optional.empty());
    } else if (outcome instanceof Undoing.Outcome.ChangedSince changed) {
      Said said = new Said(texts.text("said.changedSince", changed.who().name()), true);
      render(request, queue.take(who), said, Optional.empty());
    } else {
      Said said = new Said(texts.text("said.nothing"), true);
      render(request, queue.take(who), said, Optional.empty());
    }
  }

  private void back(Request request, Actor who) {
    Optional<FieldKey> last = queue.lastSkipped(who);
    List<Item> items = last.map(key -> queue.take(who, key)).orElseGet(() -> queue.take(who));
    String words = last.isPresent() ? "" : request.texts().text("said.noneSkipped");
    render(request, items, new Said(words, last.isEmpty()), Optional.empty());
  }

  private static FieldKey key(Request request) {
    return new FieldKey(request.formNumber("page"), request.form("field"));
  }

  private Optional<PageFacts> facts(long page) {
    return ledger.read(handle -> PageFacts.find(handle, forms, page));
  }

  private void render(Request request, List<Item> items, Said said, Optional<String> typed) {
    Optional<ItemModel.Shown> shown =
        items.stream().findFirst().flatMap(item -> shown(item, typed, request.texts()));
    ItemModel model =
        new ItemModel(
            shown,
            said.words(),
            said.fault(),
            queue.progress(request.operator().actor(), request.today(clock.instant())),
            items.size() > 1 ? view.pictures(items.get(1)) : List.of());
    request.render(request.isFragment() ? "queue/item.jte" : "queue/queue.jte", model);
  }

  private Optional<ItemModel.Shown> shown(Item item, Optional<String> typed, Texts texts) {
    return facts(item.key().pageId())
        .flatMap(
            page ->
                page.field(item.key().field())
                    .map(field -> view.of(item, page, field, typed, texts)));
  }
}
