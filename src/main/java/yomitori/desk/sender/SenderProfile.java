package yomitori.desk.sender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the last pages of a sender have in common. Measures are medians.
 *
 * @param sender a number or a folder
 * @param pages how many were looked at
 * @param last when the last one was received
 * @param dpiY rows an inch
 * @param ink share of the page that is dark, 0 to 1
 * @param placed how many of the pages lay on a form, so that the next three are known
 * @param scaleX across the form, 1 for its true size
 * @param scaleY down the form
 * @param skew degrees, without its direction
 * @param streaks mm from the left edge of lines that the newest page and most others have
 * @param doubtShare share of the fields that were in doubt when they were read, 0 to 1
 */
public record SenderProfile(
    String sender,
    int pages,
    Instant last,
    double dpiY,
    double ink,
    int placed,
    double scaleX,
    double scaleY,
    double skew,
    List<Double> streaks,
    double doubtShare) {

  /** Streaks nearer than this on two pages are one: the paper slips by less in the feeder. */
  private static final double SAME_STREAK_MM = 2;

  /** A single page's line may be its sender's pen. */
  private static final int LEAST_PAGES = 2;

  public SenderProfile {
    streaks = List.copyOf(streaks);
  }

  /** A page of a sender as it was measured. */
  record Measured(PageTrace trace, Instant received) {}

  /**
   * From the last pages of a sender.
   *
   * @param pages newest first, at least one
   */
  static SenderProfile of(String sender, List<Measured> pages) {
    List<PageTrace> traces = pages.stream().map(Measured::trace).toList();
    List<Placement> placed = traces.stream().flatMap(t -> t.placement().stream()).toList();
    int fields = traces.stream().mapToInt(PageTrace::fields).sum();
    int doubts = traces.stream().mapToInt(PageTrace::doubts).sum();
    return new SenderProfile(
        sender,
        pages.size(),
        pages.get(0).received(),
        Median.of(traces.stream().mapToDouble(t -> t.resolution().dpiY()), 0),
        Median.of(traces.stream().mapToDouble(PageTrace::ink), 0),
        placed.size(),
        Median.of(placed.stream().mapToDouble(Placement::scaleX), 1),
        Median.of(placed.stream().mapToDouble(Placement::scaleY), 1),
        Median.of(placed.stream().mapToDouble(p -> Math.abs(p.skew())), 0),
        streaks(traces),
        fields == 0 ? 0 : (double) doubts / fields);
  }

  /** Those of the newest page that most of the pages have. */
  private static List<Double> streaks(List<PageTrace> newestFirst) {
    List<Double> common = new ArrayList<>();
    for (double at : newestFirst.get(0).streaks()) {
      long count = newestFirst.stream().filter(trace -> has(trace, at)).count();
      if (count >= LEAST_PAGES && 2 * count > newestFirst.size()) {
        common.add(at);
      }
    }
    return common;
  }

  private static boolean has(PageTrace trace, double at) {
    return trace.streaks().stream().anyMatch(other -> Math.abs(other - at) <= SAME_STREAK_MM);
  }
}
