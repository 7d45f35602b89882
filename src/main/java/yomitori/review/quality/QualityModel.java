package yomitori.review.quality;

import java.util.List;
import yomitori.review.web.Pager;

/**
 * The page of the quality of answers. Rates are in percent, with the interval that holds the true
 * one 19 times of 20; they and it are empty where nothing was compared.
 *
 * @param doubleEntry which doubts two people answer, in words
 * @param recheck how many accepted values are read once more, in words
 * @param errorRates of accepted values by kind of field, then of all
 * @param enteredTwice differences between two people by kind of field, then of all
 * @param waiting fields that wait for another person's answer
 * @param operators how often their answers are what the field was settled as
 * @param differences those that are shown, the newest first
 * @param total how many there are
 */
public record QualityModel(
    String doubleEntry,
    String recheck,
    List<RateRow> errorRates,
    List<RateRow> enteredTwice,
    int waiting,
    List<RateRow> operators,
    List<DifferenceRow> differences,
    long total,
    Pager pager) {

  public QualityModel {
    errorRates = List.copyOf(errorRates);
    enteredTwice = List.copyOf(enteredTwice);
    operators = List.copyOf(operators);
    differences = List.copyOf(differences);
  }

  /**
   * A measured rate.
   *
   * @param name of what was measured
   * @param all whether it is the sum of the others
   * @param open fields that are still to be settled
   */
  public record RateRow(
      String name,
      boolean all,
      int compared,
      int differing,
      String rate,
      String interval,
      int open) {}

  /**
   * Two readings of a field that are not the same, in words.
   *
   * @param occasion second or recheck
   * @param picture address of its crop
   * @param label what the form prints for it
   * @param first what was accepted, or what the first person said
   * @param second what the second person said
   * @param settled what it is now; empty where it is open
   */
  public record DifferenceRow(
      long page,
      String field,
      String occasion,
      String picture,
      String label,
      String first,
      String second,
      String settled,
      String who,
      String when) {}
}
