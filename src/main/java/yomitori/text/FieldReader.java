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
  private final Optional<TesseractLineReader> lines;

  private FieldReader(CombReader combs, Optional<TesseractLineReader> lines) {
    this.combs = combs;
    this.lines = lines;
  }

  /** Reads combs, amounts and lines. */
  public static FieldReader ofAll(CombReader combs, TesseractLineReader lines) {
    return new FieldReader(combs, Optional.of(lines));
  }

  /** Reads combs only: what can be read in a hurry. */
  public static FieldReader ofCombs(CombReader combs) {
    return new FieldReader(combs, Optional.empty());
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
      return lines.map(reader -> reader.read(page, amount));
    }
    if (field instanceof TextField text) {
      return lines.map(reader -> reader.read(page, text));
    }
    return Optional.empty();
  }
}
