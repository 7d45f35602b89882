package yomitori.form;

import java.util.List;
import java.util.Optional;
import yomitori.geometry.RectMm;

/**
 * A row of boxes for one digit each.
 *
 * @param id the column
 * @param label what the form prints for it
 * @param cells the printed boxes from left to right, outer edges; each takes one digit
 * @param check the name of the rule that its check digit follows, such as {@code
 *     medical-institution-code}; empty where it has none
 */
public record CombField(String id, String label, List<RectMm> cells, Optional<String> check)
    implements Field {

  public CombField {
    cells = List.copyOf(cells);
  }

  /** A comb without a check digit. */
  public CombField(String id, String label, List<RectMm> cells) {
    this(id, label, cells, Optional.empty());
  }
}
