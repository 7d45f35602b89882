package yomitori.cli;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.desk.DataFolder;
import yomitori.desk.audit.Audit;
import yomitori.desk.day.Day;
import yomitori.desk.export.Exports;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Problems;
import yomitori.desk.inbox.Drop;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.People;
import yomitori.desk.place.Places;
import yomitori.desk.place.UnreadOutcomes;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.retention.Retention;
import yomitori.desk.settings.Settings;
import yomitori.desk.thresholds.Thresholds;
import yomitori.desk.tokens.Tokens;
import yomitori.desk.values.PageForms;
import yomitori.register.Blank;
import yomitori.resolve.master.MasterList;
import yomitori.review.account.AccountRoutes;
import yomitori.review.api.ApiRoutes;
import yomitori.review.export.ExportRoutes;
import yomitori.review.home.HomeRoutes;
import yomitori.review.home.WatchRoutes;
import yomitori.review.manage.AuditRoutes;
import yomitori.review.manage.PeopleRoutes;
import yomitori.review.manage.TokenRoutes;
import yomitori.review.queue.QueueRoutes;
import yomitori.review.record.PictureRoutes;
import yomitori.review.record.RecordRoutes;
import yomitori.review.retention.RetentionRoutes;
import yomitori.review.web.Routes;
import yomitori.tally.pages.DeskTally;

/** The pages of a desk, made from its parts. */
final class DeskPages {

  private DeskPages() {}

  /**
   * What the pages are made from.
   *
   * @param registry the desk's numbers, for its metrics
   * @param forms those that pages are read as
   * @param blanks the same, as pictures
   * @param masters the institutions that may answer
   * @param settings how the desk works
   * @param pictures of pages
   * @param thresholds how much doubt is too much
   * @param places reads pages again that a person has placed
   * @param tally of its answers
   */
  record Parts(
      DataFolder data,
      Ledger ledger,
      People people,
      Problems problems,
      Exports exports,
      Retention retention,
      PrometheusMeterRegistry registry,
      PageForms forms,
      List<Blank> blanks,
      Optional<MasterList> masters,
      Settings settings,
      PagePictures pictures,
      Thresholds thresholds,
      Places places,
      DeskTally tally,
      Clock clock) {}

  /** Account, home, queue, pictures, managers' pages, health and metrics. */
  static List<Routes> of(Parts parts) {
    DiskSpace disk = new DiskSpace(parts.data().root());
    Audit audit = new Audit(parts.ledger(), parts.clock());
    PageForms forms = parts.forms();
    PagePictures pictures = parts.pictures();
    DoubtQueue queue =
        new DoubtQueue(
            parts.ledger(), forms, parts.settings().queue(), parts.clock(), new SecureRandom());
    Tokens tokens = new Tokens(parts.ledger(), parts.clock());
    List<Routes> pages = new ArrayList<>();
    pages.addAll(FindingPages.of(parts, forms, pictures));
    pages.addAll(JudgingPages.of(parts, forms, queue));
    pages.addAll(TallyPages.of(parts.tally()));
    pages.addAll(
        List.of(
            new AccountRoutes(parts.people()),
            new HomeRoutes(
                new HomeRoutes.Parts(
                    new Day(parts.ledger()),
                    audit,
                    parts.problems(),
                    disk,
                    new Drop(parts.data()),
                    parts.clock(),
                    parts.settings().web().uploadBytes())),
            new QueueRoutes(parts.ledger(), forms, queue, pictures, parts.masters(), parts.clock()),
            new PictureRoutes(pictures),
            new RecordRoutes(
                parts.ledger(),
                forms,
                queue,
                pictures,
                new UnreadOutcomes(
                    parts.ledger(), new PageLedger(parts.ledger(), forms.all()), parts.clock()),
                audit),
            new WatchRoutes(
                new WatchRoutes.Parts(
                    parts.ledger(),
                    parts.problems(),
                    disk,
                    List.of(
                        parts.data().root(),
                        parts.data().inbox(),
                        parts.data().taking(),
                        parts.data().archive()),
                    parts.registry(),
                    parts.settings().web().metricsToken(),
                    parts.clock())),
            new ExportRoutes(parts.exports(), audit),
            new RetentionRoutes(parts.retention()),
            new TokenRoutes(tokens),
            new ApiRoutes(
                new ApiRoutes.Parts(
                    parts.ledger(),
                    tokens,
                    new Drop(parts.data()),
                    queue,
                    pictures,
                    parts.exports(),
                    audit,
                    parts.settings().web().uploadBytes(),
                    parts.clock())),
            new PeopleRoutes(parts.people().accounts()),
            new AuditRoutes(audit)));
    return pages;
  }
}
