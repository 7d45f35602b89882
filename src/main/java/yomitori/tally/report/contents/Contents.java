package yomitori.tally.report.contents;

import java.util.List;

/**
 * What the report says.
 *
 * @param title the survey's
 * @param subtitle what this is, and of when
 * @param sections in order
 */
public record Contents(String title, String subtitle, List<Section> sections) {

  /** Keeps the sections. */
  public Contents {
    sections = List.copyOf(sections);
  }
}
