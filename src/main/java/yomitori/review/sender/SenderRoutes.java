package yomitori.review.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import yomitori.desk.sender.SenderProfile;
import yomitori.desk.sender.Senders;
import yomitori.desk.sender.Senders.Sender;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Pager;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;

/** Who sends faxes, and what is remarkable about their machines. */
public final class SenderRoutes implements Routes {

  private static final String LIST = "/senders";
  private static final int ORDER = 32;
  private static final int ROWS = 50;

  private final Senders senders;

  /** The pages about the senders of a desk. */
  public SenderRoutes(Senders senders) {
    this.senders = senders;
  }

  @Override
  public void add(Router router) {
    router.get(LIST, Access.OPERATOR, this::list);
    router.get("/sender", Access.OPERATOR, this::show);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(LIST, "nav", Access.OPERATOR, ORDER));
  }

  private void list(Request request) {
    List<Sender> all = senders.all();
    Pager pager = Pager.of(request.queryNumber(Pager.NAME).orElse(1), all.size(), ROWS, LIST, "");
    request.render(
        "sender/senders.jte",
        new SendersModel(
            all.stream()
                .skip(ROWS * (pager.at() - 1))
                .limit(ROWS)
                .map(sender -> SenderWords.of(sender, request.texts()))
                .toList(),
            pager));
  }

  private void show(Request request) {
    String name = request.query("of");
    Sender sender = senders.find(name).orElseThrow(Refusal::notFound);
    request.render(
        "sender/sender.jte",
        new SenderModel(
            SenderWords.of(sender, request.texts()),
            measures(sender.profile(), request.texts()),
            senders.pages(name)));
  }

  private static List<String> measures(SenderProfile profile, Texts texts) {
    List<String> measures = new ArrayList<>();
    measures.add(texts.text("measure.dpi", Math.round(profile.dpiY())));
    measures.add(texts.text("measure.ink", decimal(100 * profile.ink())));
    if (profile.placed() > 0) {
      String across = decimal(100 * profile.scaleX());
      measures.add(texts.text("measure.scale", across, decimal(100 * profile.scaleY())));
      measures.add(texts.text("measure.skew", decimal(profile.skew())));
    }
    return measures;
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
