package yomitori.review.resend;

import java.util.List;
import yomitori.desk.resend.Pair;
import yomitori.desk.resend.Settled;
import yomitori.review.web.Pager;

/**
 * The list of pairs.
 *
 * @param total pairs at which nobody has looked
 * @param settled what was said last
 * @param said what became of what was done last; empty where nothing was
 * @param fault whether that is bad news
 */
public record ResentModel(
    List<Pair> pairs, long total, List<Settled> settled, Pager pager, String said, boolean fault) {

  public ResentModel {
    pairs = List.copyOf(pairs);
    settled = List.copyOf(settled);
  }
}
