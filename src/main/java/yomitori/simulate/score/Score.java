package yomitori.simulate.score;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.simulate.line.Level;

/**
 * How good records are, measured against the truth. Everything but the mistakes is numbers.
 *
 * @param pages what became of the pages
 * @param marks boxes to tick, options of choices one by one
 * @param kinds fields by kind, in the order of {@link Kind}; choices as one answer each
 * @param fields every field, in the forms' order
 * @param texts the written kinds in more detail
 * @param subjects the written fields by what they ask for, in the order of {@link Subject}
 * @param scripts lines of free words by the script they are written in, groups together; empty
 *     where the truth does not tell
 * @param pageEffects each effect of the line at each level, by name and level
 * @param handEffects each thing the hand does, by name; places where it did nothing of note first
 * @param calibration by {@code marks} and the word of each written kind; empty where records tell
 *     no confidence
 * @param misplacement how pages were laid, where that is known
 * @param time what a person's time it takes
 * @param mistakes the wrong values accepted with the most confidence
 */
public record Score(
    PageCounts pages,
    Marks marks,
    Map<Kind, Counts> kinds,
    List<FieldScore> fields,
    Map<Kind, TextScore> texts,
    Map<Subject, SubjectScore> subjects,
    List<ScriptScore> scripts,
    List<PageEffect> pageEffects,
    List<HandEffect> handEffects,
    Map<String, Calibration> calibration,
    Optional<Misplacement> misplacement,
    OperatorTime time,
    List<Mistake> mistakes) {

  /** The name of the marks' calibration. */
  public static final String MARKS = "marks";

  public Score {
    fields = List.copyOf(fields);
    scripts = List.copyOf(scripts);
    pageEffects = List.copyOf(pageEffects);
    handEffects = List.copyOf(handEffects);
    kinds = inOrder(kinds);
    texts = inOrder(texts);
    subjects = inOrder(subjects);
    calibration = inOrder(calibration);
    mistakes = List.copyOf(mistakes);
  }

  private static <K, V> Map<K, V> inOrder(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** What was written in all scripts of a group, and what must be changed in what was read. */
  public TextScore.Characters characters(ScriptGroup group) {
    return scripts.stream()
        .filter(script -> script.group() == group)
        .map(script -> script.lines().all())
        .reduce(new TextScore.Characters(0, 0), TextScore.Characters::plus);
  }

  /**
   * Boxes to tick.
   *
   * @param counts all of them
   * @param falseMarks wrong ones that are empty and were taken as marked
   * @param lostMarks wrong ones that are marked and were taken as empty
   * @param reviewCutOff of those left to a person, how many belong to a field that is not wholly on
   *     the page as received
   */
  public record Marks(Counts counts, long falseMarks, long lostMarks, long reviewCutOff) {

    /** Wrong ones among those accepted, the marks that left no ink counted as well. */
    public Rate errorRateWithNoInk() {
      return Rate.of(
          counts.wrong() + counts.noInkWrong(),
          counts.decided() + counts.noInkRight() + counts.noInkWrong());
    }
  }

  /** One field of a form. */
  public record FieldScore(String form, String field, Kind kind, Counts counts) {}

  /**
   * Pages on which an effect acted at one level.
   *
   * @param pages how many
   * @param notRead of those, how many gave no values
   * @param marks their boxes
   * @param texts their written fields
   * @param markPages how many of the pages had trouble with a box
   * @param textPages how many had trouble with a written field
   */
  public record PageEffect(
      String effect,
      Level level,
      long pages,
      long notRead,
      Counts marks,
      Counts texts,
      PagesHit markPages,
      PagesHit textPages) {}

  /**
   * Places where the hand did something of note.
   *
   * @param effect what it did; empty for the places where it did nothing of note
   */
  public record HandEffect(String effect, Counts marks, Counts texts) {}

  /**
   * A wrong value that was accepted.
   *
   * @param page where
   * @param file the file that holds the page
   * @param answer what
   * @param effects what the line did to the page, with levels
   */
  public record Mistake(PageKey page, Path file, Answer answer, List<String> effects) {}
}
