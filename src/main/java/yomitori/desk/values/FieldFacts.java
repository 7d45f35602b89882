package yomitori.desk.values;

import java.util.List;
import java.util.Optional;
import yomitori.form.Field;
import yomitori.geometry.RectPx;

/**
 * What is known of a field of a page.
 *
 * @param id the form's id of the field
 * @param field its definition; empty where the desk no longer reads that edition of the form
 * @param state what the ledger holds
 * @param alternatives other readings, likeliest first
 * @param box where it lies on the page as received; empty where that is not known
 * @param version the newest row of its history
 */
public record FieldFacts(
    String id,
    Optional<Field> field,
    FieldState state,
    List<String> alternatives,
    Optional<RectPx> box,
    long version) {

  public FieldFacts {
    alternatives = List.copyOf(alternatives);
  }

  /** What the form prints for it, or its id. */
  public String label() {
    return field.map(Field::label).orElse(id);
  }
}
