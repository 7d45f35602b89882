package yomitori.tally.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import yomitori.desk.audit.Actor;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.Themes;

/** The rules by which free texts are sorted, as people change them. May be used from any thread. */
public final class ThemeRules {

  private static final Path NAME = Path.of("themes.txt");

  private final TallyFolder folder;
  private final TallySurvey survey;
  private final TallyTrail trail;

  /** The rules of a desk. */
  public ThemeRules(TallyFolder folder, TallySurvey survey, TallyTrail trail) {
    this.folder = folder;
    this.survey = survey;
    this.trail = trail;
  }

  /**
   * The rules in force: those that people wrote, else the form's.
   *
   * @throws TallyException if they, or the form's plan, cannot be used
   */
  public Themes now() throws TallyException {
    return folder.plan(survey).themes();
  }

  /**
   * Takes lines as rules without keeping them.
   *
   * @throws TallyException with the line that is none
   */
  public static Themes check(String text) throws TallyException {
    return Themes.parse(NAME, text);
  }

  /**
   * Keeps rules.
   *
   * @param before the text that was changed into this one
   * @return false where others were kept meanwhile; nothing is changed then
   * @throws TallyException with the line, if one is no rule
   */
  public synchronized boolean keep(Actor who, String before, String text)
      throws TallyException, IOException {
    check(text);
    String now = now().text();
    if (!lines(now).equals(lines(before))) {
      return false;
    }
    String kept = lines(text).strip() + "\n";
    if (!kept.equals(now)) {
      trail.change(
          who,
          List.of(TallyTrail.changed("themes.txt", "", now, kept)),
          () -> TallyFolder.write(folder.themes(), kept.getBytes(StandardCharsets.UTF_8)));
    }
    return true;
  }

  /** Browsers end lines as they like. */
  private static String lines(String text) {
    return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
