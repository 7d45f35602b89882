package yomitori.review.search;

import java.util.List;
import java.util.Map;
import yomitori.desk.search.Found;
import yomitori.review.AnswerOption;
import yomitori.review.web.Pager;

/**
 * The page of the search.
 *
 * @param typed what is looked for, by the names of the query
 * @param query the same as an address's query
 * @param prefectures to choose from, by code
 * @param statuses to choose from
 * @param forms to choose from, by id
 * @param rows what was found
 * @param total how many there are on all pages
 */
public record SearchModel(
    Map<String, String> typed,
    String query,
    List<AnswerOption> prefectures,
    List<AnswerOption> statuses,
    List<AnswerOption> forms,
    List<Found> rows,
    long total,
    Pager pager) {

  public SearchModel {
    typed = Map.copyOf(typed);
    prefectures = List.copyOf(prefectures);
    statuses = List.copyOf(statuses);
    forms = List.copyOf(forms);
    rows = List.copyOf(rows);
  }
}
