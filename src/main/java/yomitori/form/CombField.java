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
 * @param check the rule that its check digit follows, one of {@link #CHECKS}; empty where it has
 *     none
 */
public record CombField(String id, String label, List<RectMm> cells, Optional<String> check)
    implements Field {

  /** The check digit of a 保険医療機関コード together with its prefecture. */
  public static final String MEDICAL_INSTITUTION_CODE = "medical-institution-code";

  /** All rules for check digits that a form may name. */
  public static final List<String> CHECKS = List.of(MEDICAL_INSTITUTION_CODE);

  public CombField {
    cells = List.copyOf(cells);
  }

  /** A comb without a check digit. */
  public CombField(String id, String label, List<RectMm> cells) {
    this(id, label, cells, Optional.empty());
  }

  @Override
  public RectMm area() {
    return RectMm.around(cells);
  }
}
