package yomitori.tally.pages;

import java.util.List;
import java.util.Optional;
import yomitori.desk.export.CountedRecords.Numbers;
import yomitori.tally.desk.KeptSource;

/**
 * The first page of the tally.
 *
 * @param manager whether the visitor may make one
 * @param title of the survey; empty where its plan cannot be used
 * @param records of the desk
 * @param sources beside the faxes
 * @param masters how many institutions the lists name; 0 without lists
 * @param running what is being done; empty where nothing is made
 * @param said what became of the last one
 * @param fault whether that is bad news
 * @param stale what changed since the last one; empty where nothing did
 * @param made when the last report was made, and by whom; empty where there is none
 * @param files of the last report
 * @param result what it counted; empty where the desk was started since
 */
public record TallyModel(
    boolean manager,
    String title,
    Numbers records,
    List<KeptSource> sources,
    int masters,
    String running,
    String said,
    boolean fault,
    String stale,
    String made,
    Optional<ReportFiles> files,
    Optional<ResultView> result) {

  /** Keeps the lists. */
  public TallyModel {
    sources = List.copyOf(sources);
  }

  /** The charts that stand with no question's table. */
  public List<String> otherCharts() {
    List<String> charts = files.map(ReportFiles::charts).orElse(List.of());
    List<String> shown =
        files.isPresent() && result.isPresent()
            ? result.get().questions().stream()
                .flatMap(question -> files.get().charts(question.id()).stream())
                .toList()
            : List.of();
    return charts.stream().filter(chart -> !shown.contains(chart)).toList();
  }
}
