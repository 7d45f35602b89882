package yomitori.tally.pages;

import java.util.List;
import yomitori.tally.desk.KeptSource;
import yomitori.tally.plan.Question;

/**
 * The page of sources.
 *
 * @param manager whether the visitor may change them
 * @param sources by id
 * @param changed the id of the one that is changed; empty for a new one
 * @param mapping as it was typed
 * @param example of a mapping
 * @param questions that a mapping may name
 * @param said what became of what was asked for
 * @param fault whether that is bad news
 */
public record SourcesModel(
    boolean manager,
    List<KeptSource> sources,
    String changed,
    String mapping,
    String example,
    List<Question> questions,
    String said,
    boolean fault) {

  /** Keeps the lists. */
  public SourcesModel {
    sources = List.copyOf(sources);
    questions = List.copyOf(questions);
  }
}
