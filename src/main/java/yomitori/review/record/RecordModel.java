package yomitori.review.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import yomitori.record.UprightView;
import yomitori.review.AnswerOption;

/**
 * The page about a page.
 *
 * @param status accepted, review, unreadable, not_a_form or failed
 * @param picture how the picture of the page is shown; empty where it cannot be
 * @param said what became of what was done last
 * @param fault whether that is bad news
 * @param settle whether a person must say what becomes of a page that could not be read
 * @param typable forms, by id, as which it can be typed by hand
 * @param settled what a person made of the page, in words; empty where nothing
 * @param sameAs the page that counts in its place; empty where it counts itself
 * @param within the query of the search in which it was found; absent where it was in none
 */
public record RecordModel(
    long page,
    String source,
    int number,
    String received,
    String status,
    Optional<UprightView> picture,
    List<ValueRow> rows,
    String said,
    boolean fault,
    boolean settle,
    List<AnswerOption> typable,
    String settled,
    Optional<Long> sameAs,
    Optional<String> within) {

  public RecordModel {
    rows = List.copyOf(rows);
    typable = List.copyOf(typable);
  }

  /** What keeps a form that is sent within the search. */
  public String withinQuery() {
    return within.map(query -> "?within=" + URLEncoder.encode(query, UTF_8)).orElse("");
  }
}
