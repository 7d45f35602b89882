package yomitori.review.thresholds;

import java.util.List;
import java.util.Optional;
import yomitori.review.AnswerOption;

/**
 * The page of the thresholds.
 *
 * @param forms to choose from, by id
 * @param form the one that is shown, by id
 * @param title of that form
 * @param present how many looks a wrong mark is worth now
 * @param presentPercent above which chance of a mistake somebody looks, in percent
 * @param tried what was counted last; empty where nothing was
 * @param applying how far the last change is; empty where it is through
 * @param changes earlier settings, the newest first
 * @param said what became of what was done last
 * @param fault whether that is bad news
 */
public record ThresholdsModel(
    List<AnswerOption> forms,
    String form,
    String title,
    String present,
    String presentPercent,
    Optional<Tried> tried,
    String applying,
    List<ChangeRow> changes,
    String said,
    boolean fault) {

  public ThresholdsModel {
    forms = List.copyOf(forms);
    changes = List.copyOf(changes);
  }

  /** Whether the page is to be looked at again soon. */
  public boolean busy() {
    return !applying.isEmpty() || tried.filter(t -> t.state().equals("running")).isPresent();
  }

  /**
   * What other costs would change.
   *
   * @param ratio how many looks a wrong mark would be worth
   * @param state running, done or failed
   * @param pages how many pages were looked through
   * @param of how many there are
   */
  public record Tried(
      String ratio,
      String percent,
      String state,
      int pages,
      int of,
      int toReview,
      int toAccepted,
      List<FieldRow> fields) {

    public Tried {
      fields = List.copyOf(fields);
    }
  }

  /** A field and what would change of it. */
  public record FieldRow(
      String field,
      String label,
      int toReview,
      int toAccepted,
      int other,
      List<SampleView> samples) {

    public FieldRow {
      samples = List.copyOf(samples);
    }
  }

  /**
   * An answer that would change.
   *
   * @param picture address of its crop
   * @param words from what to what
   */
  public record SampleView(long page, String picture, String words, boolean toReview) {}

  /** An earlier setting. */
  public record ChangeRow(String when, String who, String ratio, boolean present) {}
}
