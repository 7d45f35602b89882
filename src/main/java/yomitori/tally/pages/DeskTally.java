package yomitori.tally.pages;

import yomitori.desk.audit.Audit;
import yomitori.desk.export.CountedRecords;
import yomitori.tally.desk.DecisionBook;
import yomitori.tally.desk.SourceShelf;
import yomitori.tally.desk.TallyFolder;
import yomitori.tally.desk.TallyRuns;
import yomitori.tally.desk.TallySurvey;
import yomitori.tally.desk.ThemeRules;

/**
 * The parts of a desk that its tally pages show.
 *
 * @param survey that is counted
 * @param folder of what people gave
 * @param records of the desk that count
 * @param sources beside the faxes
 * @param decisions on pairs of answers
 * @param themes of free texts
 * @param runs make tallies
 * @param audit is told what leaves the desk
 */
public record DeskTally(
    TallySurvey survey,
    TallyFolder folder,
    CountedRecords records,
    SourceShelf sources,
    DecisionBook decisions,
    ThemeRules themes,
    TallyRuns runs,
    Audit audit) {}
