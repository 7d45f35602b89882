package yomitori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import yomitori.desk.DataFolder;
import yomitori.desk.audit.Audit;
import yomitori.desk.export.CountedRecords;
import yomitori.desk.ledger.Ledger;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.register.Blank;
import yomitori.review.web.Routes;
import yomitori.tally.desk.DecisionBook;
import yomitori.tally.desk.SourceShelf;
import yomitori.tally.desk.TallyFolder;
import yomitori.tally.desk.TallyRuns;
import yomitori.tally.desk.TallySurvey;
import yomitori.tally.desk.TallyTrail;
import yomitori.tally.desk.ThemeRules;
import yomitori.tally.pages.ContradictionRoutes;
import yomitori.tally.pages.DeskTally;
import yomitori.tally.pages.DuplicateRoutes;
import yomitori.tally.pages.SourceRoutes;
import yomitori.tally.pages.TallyRoutes;
import yomitori.tally.pages.ThemeRoutes;
import yomitori.tally.plan.PlanReader;

/** The pages on which a survey is counted, made from a desk's parts. */
final class TallyPages {

  private TallyPages() {}

  /**
   * The survey of a desk: that of the first form with a plan for its tally, else of the first form.
   *
   * @param blanks of the forms that the desk reads; at least one
   * @param folder of forms
   */
  static TallySurvey survey(List<Blank> blanks, Path folder, Masters masters) {
    FormLibrary library = new FormLibrary(folder);
    List<Form> forms = blanks.stream().map(Blank::form).toList();
    Form form =
        forms.stream()
            .filter(f -> Files.exists(library.folderOf(f.id()).resolve(PlanReader.FILE_NAME)))
            .findFirst()
            .orElse(forms.get(0));
    return new TallySurvey(
        form,
        library.folderOf(form.id()),
        masters.files().stream().map(Masters.Loaded::file).toList(),
        masters.list(),
        Version.number());
  }

  /** The parts; its runs end with the desk. */
  static DeskTally tally(TallySurvey survey, DataFolder data, Ledger ledger, Clock clock) {
    TallyFolder folder = TallyFolder.of(data);
    TallyTrail trail = new TallyTrail(ledger, clock);
    CountedRecords records = new CountedRecords(ledger);
    SourceShelf sources = new SourceShelf(folder, trail);
    return new DeskTally(
        survey,
        folder,
        records,
        sources,
        new DecisionBook(folder, trail),
        new ThemeRules(folder, survey, trail),
        new TallyRuns(folder, survey, sources, records, trail),
        new Audit(ledger, clock));
  }

  static List<Routes> of(DeskTally desk) {
    return List.of(
        new TallyRoutes(desk),
        new SourceRoutes(desk),
        new DuplicateRoutes(desk),
        new ThemeRoutes(desk),
        new ContradictionRoutes(desk));
  }
}
