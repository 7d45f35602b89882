package yomitori.review.resend;

import java.util.List;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.resend.Pair;
import yomitori.desk.resend.Resends;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.PuttingAside;
import yomitori.desk.values.Values;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Pager;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** Faxes that may have been sent again: the list, two side by side, and what is said of them. */
public final class ResendRoutes implements Routes {

  private static final String PATH = "/resent";
  private static final int ORDER = 55;
  private static final int ROWS = 50;

  /** What was said last can be taken back from the list. */
  private static final int SETTLED = 20;

  private final Ledger ledger;
  private final PageForms forms;
  private final PagePictures pictures;
  private final Resends resends;
  private final Audit audit;

  /** The pages of a desk. */
  public ResendRoutes(
      Ledger ledger, PageForms forms, PagePictures pictures, Resends resends, Audit audit) {
    this.ledger = ledger;
    this.forms = forms;
    this.pictures = pictures;
    this.resends = resends;
    this.audit = audit;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::list);
    router.get(PATH + "/compare", Access.OPERATOR, this::compare);
    router.post(PATH, Access.OPERATOR, this::settle);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "nav", Access.OPERATOR, ORDER));
  }

  private void list(Request request) {
    list(request, "", false);
  }

  private void list(Request request, String said, boolean fault) {
    List<Pair> all = resends.proposed();
    Pager pager = Pager.of(request.queryNumber(Pager.NAME).orElse(1), all.size(), ROWS, PATH, "");
    request.render(
        "resend/resent.jte",
        new ResentModel(
            all.stream().skip(ROWS * (pager.at() - 1)).limit(ROWS).toList(),
            all.size(),
            resends.settled(SETTLED),
            pager,
            said,
            fault));
  }

  private void compare(Request request) {
    long one = request.queryNumber("a").orElseThrow(Refusal::notFound);
    long other = request.queryNumber("b").orElseThrow(Refusal::notFound);
    PageFacts earlier = facts(Math.min(one, other));
    PageFacts later = facts(Math.max(one, other));
    boolean open =
        ledger.read(
            h -> PuttingAside.counts(h, earlier.id()) && PuttingAside.counts(h, later.id()));
    request.render(
        "resend/compare.jte",
        new CompareView(pictures, request.texts())
            .of(earlier, later, resends.find(earlier.id(), later.id()), open));
    Actor who = request.operator().actor();
    List.of(earlier, later)
        .forEach(
            page -> audit.add(who, Deed.of(Action.SEEN, Values.PAGE, Long.toString(page.id()))));
  }

  private PageFacts facts(long page) {
    return ledger.read(h -> PageFacts.find(h, forms, page)).orElseThrow(Refusal::notFound);
  }

  private void settle(Request request) {
    Actor who = request.operator().actor();
    long earlier = request.formNumber("earlier");
    long later = request.formNumber("later");
    String outcome = request.form("outcome");
    boolean done =
        switch (outcome) {
          case "keepEarlier" -> resends.same(who, earlier, later);
          case "keepLater" -> resends.same(who, later, earlier);
          case "different" -> resends.different(who, earlier, later);
          case "undo" -> resends.undo(who, earlier, later);
          default -> throw Refusal.malformed();
        };
    list(request, request.texts().text(done ? "said." + outcome : "said.gone"), !done);
  }
}
