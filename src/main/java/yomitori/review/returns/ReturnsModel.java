package yomitori.review.returns;

import java.util.List;
import java.util.Optional;
import yomitori.desk.returns.Answer;
import yomitori.desk.returns.InstitutionReturn;
import yomitori.desk.returns.ReturnCounts;
import yomitori.review.AnswerOption;
import yomitori.review.web.Pager;

/**
 * The page of the returns.
 *
 * @param forms to choose from; one where there is nothing to choose
 * @param form the chosen one's id
 * @param lines the whole country first, then the prefectures
 * @param at the chosen line
 * @param tabs the lists to choose from
 * @param institutions of the chosen list
 * @param unlisted of the list of those that are on no list
 * @param reminders the address of the list for reminders
 */
public record ReturnsModel(
    List<AnswerOption> forms,
    String form,
    List<Line> lines,
    Line at,
    List<Tab> tabs,
    List<InstitutionReturn> institutions,
    List<Answer> unlisted,
    Pager pager,
    String reminders) {

  public ReturnsModel {
    forms = List.copyOf(forms);
    lines = List.copyOf(lines);
    tabs = List.copyOf(tabs);
    institutions = List.copyOf(institutions);
    unlisted = List.copyOf(unlisted);
  }

  /**
   * A prefecture, or the whole country, in numbers.
   *
   * @param name empty for the whole country
   * @param rate in percent with one decimal
   */
  public record Line(String name, ReturnCounts counts, String rate, String address) {}

  /** A list of those in one state. */
  public record Tab(String state, long count, String address, boolean current) {}

  /** The list that is shown. */
  public Optional<Tab> current() {
    return tabs.stream().filter(Tab::current).findFirst();
  }
}
