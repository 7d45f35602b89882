package yomitori.desk.sender;

import java.util.Optional;
import java.util.function.Function;
import yomitori.intake.Page;
import yomitori.text.SenderLine;

/**
 * Reads a page's header line only where neither the folder nor the name of its file tells the
 * sender: it takes a tenth of the time of a page that has one. As thread-safe as what reads.
 */
public final class UntoldSenders implements Function<Page, Optional<SenderLine>> {

  private final Function<Page, Optional<SenderLine>> lines;

  /**
   * @param lines reads the line
   */
  public UntoldSenders(Function<Page, Optional<SenderLine>> lines) {
    this.lines = lines;
  }

  @Override
  public Optional<SenderLine> apply(Page page) {
    return SenderName.of(page.source()).isEmpty() ? lines.apply(page) : Optional.empty();
  }
}
