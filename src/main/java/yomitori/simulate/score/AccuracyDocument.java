package yomitori.simulate.score;

import java.util.Map;
import yomitori.simulate.line.LineProfile;

/**
 * The scores of all profiles as a Markdown document. It depends on nothing but its arguments: no
 * dates, no times, nothing of the machine.
 */
public final class AccuracyDocument {

  private AccuracyDocument() {}

  /**
   * The document.
   *
   * @param scores in the order in which profiles are shown
   * @param origin where they come from
   * @param json the name of the file beside it that holds all figures
   */
  public static String of(
      Map<LineProfile, ProfileScores> scores, AccuracyOrigin origin, String json) {
    AccuracyTables tables = new AccuracyTables(scores);
    head(tables, origin, json);
    GoalSection.write(tables);
    WeakSpotSection.write(tables);
    PageSections.marksAndKinds(tables);
    WritingSections.write(tables);
    PageSections.pages(tables);
    ConfidenceSections.write(tables);
    EffectSections.write(tables);
    return tables.document();
  }

  private static void head(AccuracyTables tables, AccuracyOrigin origin, String json) {
    tables.text(
        """
        # Accuracy

        Made by one command from simulated faxes of the reporting seeds, on which nothing
        was tuned. Do not edit: run it again.

        ```
        """);
    tables.text(origin.command() + "\n```\n\n");
    if (!origin.version().isEmpty()) {
      tables.text("Code: " + origin.version() + ".\n");
    }
    tables.text(
        """
        How answers are counted is in `docs/evaluate.md`. All figures: [%s](%s).
        Intervals are exact 95 %% intervals that take answers
        as independent; those of one page are not, so the pages with a wrong mark are given
        too. The respondents, their hands and the line are simulated: real ones differ.
        """
            .formatted(json, json));
    origin
        .list()
        .ifPresent(
            list ->
                tables
                    .text("\nRespondents are from a list of institutions: ")
                    .text(list)
                    .text(
                        """
                        .
                        The faxes were read with it, and all figures are of that where nothing else is said.
                        *Without a list*: the same readings, decided anew by check digits alone.
                        """));
  }
}
