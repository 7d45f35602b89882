package yomitori.tally.pages;

import java.util.ArrayList;
import java.util.List;
import yomitori.tally.Flow;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Flow.Stated;
import yomitori.tally.Tally;
import yomitori.tally.count.AmountTable.AmountGroup;
import yomitori.tally.count.Group;
import yomitori.tally.count.ResponseRate;
import yomitori.tally.report.words.Words;

/**
 * What a tally counted, as tables.
 *
 * @param flow from what was given to what counts
 * @param stated published figures that are off
 * @param questions the counts
 * @param amounts how large amounts are
 * @param rates all and by class, of the listed institutions
 * @param prefectures the same by prefecture
 * @param proposals pairs of answers for a person to decide
 * @param contradictions answers that contradict themselves
 */
public record ResultView(
    Flow flow,
    List<Stated> stated,
    List<QuestionView> questions,
    List<AmountRow> amounts,
    List<ResponseRate> rates,
    List<ResponseRate> prefectures,
    int proposals,
    int contradictions,
    Words words) {

  /** Keeps the lists. */
  public ResultView {
    stated = List.copyOf(stated);
    questions = List.copyOf(questions);
    amounts = List.copyOf(amounts);
    rates = List.copyOf(rates);
    prefectures = List.copyOf(prefectures);
  }

  /** The amounts of a group in one field. */
  public record AmountRow(String label, String unit, AmountGroup group) {}

  static ResultView of(Tally tally, Words words) {
    List<AmountRow> amounts = new ArrayList<>();
    tally
        .amounts()
        .forEach(
            table ->
                table
                    .groups()
                    .forEach(
                        group ->
                            amounts.add(
                                new AmountRow(
                                    table.amount().label(), table.amount().unit(), group))));
    return new ResultView(
        tally.flow(),
        tally.flow().stated().stream().filter(s -> s.difference() != 0).toList(),
        tally.questions().stream().map(table -> QuestionView.of(table, words)).toList(),
        amounts,
        rates(tally, false),
        rates(tally, true),
        tally.proposals().size(),
        tally.contradictions().size(),
        words);
  }

  private static List<ResponseRate> rates(Tally tally, boolean byPrefecture) {
    return tally.responseRates().stream()
        .filter(rate -> (rate.group().kind() == Group.Kind.PREFECTURE) == byPrefecture)
        .toList();
  }

  /** The sources that are put together. */
  public List<SourceFlow> main() {
    return flow.sources().stream().filter(s -> s.source().isMain()).toList();
  }

  /** The surveys of other bodies. */
  public List<SourceFlow> regional() {
    return flow.sources().stream().filter(s -> !s.source().isMain()).toList();
  }
}
