package yomitori.record;

import java.util.List;
import yomitori.intake.Page;
import yomitori.mark.MarkReading;
import yomitori.register.Registration;

/**
 * A page's record together with the evidence it rests on.
 *
 * @param page the page as received
 * @param record what the files show
 * @param registration how the page was laid over its form, or that it was not
 * @param marks what was measured of each checkbox; empty where the page was not registered
 */
public record PageReading(
    Page page, PageRecord record, Registration registration, List<MarkReading> marks) {

  public PageReading {
    marks = List.copyOf(marks);
  }
}
