package yomitori.cli;

import java.util.List;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.search.Search;
import yomitori.desk.values.PageForms;
import yomitori.review.search.SearchRoutes;
import yomitori.review.web.Routes;

/** The pages on which faxes and those who sent them are found, made from a desk's parts. */
final class FindingPages {

  private FindingPages() {}

  static List<Routes> of(DeskPages.Parts parts, PageForms forms) {
    Ledger ledger = parts.ledger();
    Respondents respondents = new Respondents(ledger, forms);
    return List.of(new SearchRoutes(new Search(ledger, respondents), forms));
  }
}
