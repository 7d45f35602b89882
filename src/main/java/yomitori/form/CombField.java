package yomitori.form;

import java.util.List;
import yomitori.geometry.RectMm;

/**
 * A row of boxes for one digit each.
 *
 * @param id the column
 * @param label what the form prints for it
 * @param cells the printed boxes from left to right, outer edges; each takes one digit
 */
public record CombField(String id, String label, List<RectMm> cells) implements Field {

  public CombField {
    cells = List.copyOf(cells);
  }
}
