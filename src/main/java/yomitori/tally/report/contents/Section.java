package yomitori.tally.report.contents;

import java.util.List;

/**
 * A section of the report.
 *
 * @param title what it is about
 * @param blocks in order
 */
public record Section(String title, List<Block> blocks) {

  /** Keeps the blocks. */
  public Section {
    blocks = List.copyOf(blocks);
  }
}
