package yomitori.desk.values;

import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;

/**
 * What the ledger holds of a field.
 *
 * @param value as records show it
 * @param confidence probability that it is right, 0 to 1
 * @param decision who decided
 * @param reason why it is in doubt, a name of {@link yomitori.resolve.FieldValue.Reason} in small
 *     letters; empty where it is not
 */
public record FieldState(String value, double confidence, Decision decision, String reason) {

  /** From the columns of {@code field_value}. */
  static final RowMapper<FieldState> ROW = of("");

  /** As it was read. */
  public static FieldState read(FieldValue value) {
    return new FieldState(
        value.value(),
        value.confidence(),
        value.inDoubt() ? Decision.REVIEW : Decision.ACCEPTED,
        value.reason().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse(""));
  }

  /** A value that a person gave: nobody is asked again. */
  public static FieldState corrected(String value) {
    return new FieldState(value, 1, Decision.CORRECTED, "");
  }

  /** Whether a person must look. */
  public boolean inDoubt() {
    return decision == Decision.REVIEW;
  }

  /** The same value, for a person to look at. */
  public FieldState doubted() {
    return new FieldState(value, confidence, Decision.REVIEW, reason);
  }

  /** The decision as it stands in the ledger. */
  public String decisionWord() {
    return word(decision);
  }

  /** A decision as it stands in the ledger, in addresses and in message keys. */
  public static String word(Decision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }

  /** From columns whose names begin alike. */
  static RowMapper<FieldState> of(String prefix) {
    return (row, context) ->
        new FieldState(
            row.getString(prefix + "value"),
            row.getDouble(prefix + "confidence"),
            Decision.valueOf(row.getString(prefix + "decision").toUpperCase(Locale.ROOT)),
            row.getString(prefix + "reason"));
  }
}
