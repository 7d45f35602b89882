package yomitori.desk.thresholds;

import java.util.List;
import yomitori.form.DoubtCosts;

/**
 * What other costs would change, as far as it was counted.
 *
 * @param form the form's id
 * @param costs those that were tried
 * @param pages how many were looked through
 * @param of how many there are
 * @param state whether the counting goes on
 * @param fields those of which something would change, in the form's order
 */
public record Count(
    String form, DoubtCosts costs, int pages, int of, State state, List<FieldCount> fields) {

  public Count {
    fields = List.copyOf(fields);
  }

  /** How far the counting is. */
  public enum State {
    RUNNING,
    DONE,
    /** It broke off: the log says why. */
    FAILED
  }

  /** How many answers would go from accepted to review. */
  public int toReview() {
    return fields.stream().mapToInt(FieldCount::toReview).sum();
  }

  /** How many answers would go from review to accepted. */
  public int toAccepted() {
    return fields.stream().mapToInt(FieldCount::toAccepted).sum();
  }

  /**
   * A field.
   *
   * @param toReview answers that would go from accepted to review
   * @param toAccepted answers that would go from review to accepted
   * @param other answers whose value would be another
   * @param samples some of each
   */
  public record FieldCount(
      String field, int toReview, int toAccepted, int other, List<Sample> samples) {

    public FieldCount {
      samples = List.copyOf(samples);
    }
  }

  /**
   * An answer that would change.
   *
   * @param before its value now, in the records' words
   * @param after its value then
   * @param toReview whether somebody would have to look at it
   */
  public record Sample(long page, String before, String after, boolean toReview) {}
}
