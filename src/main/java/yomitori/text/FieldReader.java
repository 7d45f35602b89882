package yomitori.text;

import java.util.List;
import java.util.Optional;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.register.RegisteredPage;

/** Reads each kind of written field with what suits it. Thread-safe. */
public final class FieldReader implements TextReader {

  private final CombReader combs;
  private final Optional<LineFieldReader> lines;
  private final Optional<AmountReader> amounts;

  private FieldReader(
      CombReader combs, Optional<LineFieldReader> lines, Optional<AmountReader> amounts) {
    this.combs = combs;
    this.lines = lines;
    this.amounts = amounts;
  }

  /** Reads combs, amounts and lines. */
  public static FieldReader ofAll(CombReader combs, LineFieldReader lines, AmountReader amounts) {
    return new FieldReader(combs, Optional.of(lines), Optional.of(amounts));
  }

  /** Reads combs only: what can be read in a hurry. */
  public static FieldReader ofCombs(CombReader combs) {
    return new FieldReader(combs, Optional.empty(), Optional.empty());
  }

  @Override
  public List<TextReading> read(RegisteredPage page) {
    return page.form().fields().stream().flatMap(field -> read(page, field).stream()).toList();
  }

  private Optional<TextReading> read(RegisteredPage page, Field field) {
    if (field instanceof CombField comb) {
      return Optional.of(combs.read(page, comb));
    }
    if (field instanceof AmountField amount) {
      return amounts.map(reader -> reader.read(page, amount));
    }
    if (field instanceof TextField text) {
      return lines.map(reader -> reader.read(page, text));
    }
    return Optional.empty();
  }
}
