package yomitori.review.home;

import java.util.List;
import yomitori.desk.day.DayFigures;
import yomitori.desk.day.Unread;
import yomitori.desk.health.Problems.Problem;

/**
 * The first page.
 *
 * @param figures of today
 * @param unread what could not be read, the newest first
 * @param problems what a person must mend
 * @param uploaded how many faxes have just been dropped through the page
 * @param fault why they could not be, in words; empty if they could
 * @param uploadMegabytes the most that is taken at once
 */
public record HomeModel(
    DayFigures figures,
    List<Unread> unread,
    List<Problem> problems,
    long uploaded,
    String fault,
    long uploadMegabytes) {

  /** Copies the lists. */
  public HomeModel {
    unread = List.copyOf(unread);
    problems = List.copyOf(problems);
  }
}
