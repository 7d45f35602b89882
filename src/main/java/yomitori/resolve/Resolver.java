package yomitori.resolve;

import java.util.List;
import yomitori.mark.MarkReading;
import yomitori.register.RegisteredPage;
import yomitori.text.TextReading;

/** Turns the readings of a page into values. Stateless and thread-safe. */
public final class Resolver {

  /** One value for each field of the form, in its order. */
  public List<FieldValue> resolve(
      RegisteredPage page, List<MarkReading> marks, List<TextReading> texts) {
    return List.of();
  }
}
