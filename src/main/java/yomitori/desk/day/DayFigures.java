package yomitori.desk.day;

import java.util.List;

/**
 * A day in numbers.
 *
 * @param arrived files that were taken today, those that came twice among them
 * @param waiting faxes that are still to be read, whenever they came
 * @param read pages that were read today
 * @param review pages with doubts, whenever they came
 * @param doubts values in doubt on them
 * @param done pages that were finished today: nothing in doubt when read, or no more
 * @param unplaced pages of a form that could not be laid straight and that nobody has placed
 * @param failed faxes and pages that came today and could not be read
 * @param byOperator what each has answered today, most first
 */
public record DayFigures(
    long arrived,
    long waiting,
    long read,
    long review,
    long doubts,
    long done,
    long unplaced,
    long failed,
    List<Answered> byOperator) {

  /** Copies the list. */
  public DayFigures {
    byOperator = List.copyOf(byOperator);
  }

  /** How many values somebody has answered. */
  public record Answered(String operator, long answers) {}
}
