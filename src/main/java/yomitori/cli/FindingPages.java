package yomitori.cli;

import java.util.List;
import java.util.Optional;
import yomitori.desk.audit.Audit;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.resend.Resends;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.returns.ReturnLedger;
import yomitori.desk.search.Search;
import yomitori.desk.sender.Senders;
import yomitori.desk.values.PageForms;
import yomitori.review.resend.ResendRoutes;
import yomitori.review.returns.ReturnsRoutes;
import yomitori.review.search.SearchRoutes;
import yomitori.review.sender.SenderRoutes;
import yomitori.review.web.Routes;

/** The pages on which faxes and those who sent them are found, made from a desk's parts. */
final class FindingPages {

  private FindingPages() {}

  static List<Routes> of(DeskPages.Parts parts, PageForms forms, PagePictures pictures) {
    Ledger ledger = parts.ledger();
    Respondents respondents = new Respondents(ledger, forms);
    Optional<ReturnLedger> returns =
        parts.masters().map(masters -> new ReturnLedger(ledger, respondents, masters));
    Audit audit = new Audit(ledger, parts.clock());
    return List.of(
        new SearchRoutes(new Search(ledger, respondents), forms),
        new ReturnsRoutes(returns, forms, audit),
        new SenderRoutes(new Senders(ledger)),
        new ResendRoutes(
            ledger,
            forms,
            pictures,
            new Resends(ledger, respondents, forms, parts.clock()),
            audit));
  }
}
