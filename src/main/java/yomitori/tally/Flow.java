package yomitori.tally;

import java.util.List;
import yomitori.tally.answer.Source;

/**
 * From what was given to what was counted.
 *
 * @param sources those that are put together, then the regional ones
 * @param stated figures that were published elsewhere, and what was found
 */
public record Flow(List<SourceFlow> sources, List<Stated> stated) {

  /**
   * The way of one source's answers.
   *
   * @param source which one
   * @param answers how many it brought
   * @param removed how many of these were taken out as second ones
   * @param notCounted how many rows or records are no answers
   */
  public record SourceFlow(Source source, long answers, long removed, long notCounted) {

    /** How many count. */
    public long counted() {
      return answers - removed;
    }
  }

  /**
   * A figure that was published elsewhere.
   *
   * @param figure which one
   * @param stated as it was published
   * @param expected what it should be: what was counted, or what its own parts make
   */
  public record Stated(Figure figure, long stated, long expected) {

    /** By how much it is off. */
    public long difference() {
      return stated - expected;
    }
  }

  /** What a published figure is held against. */
  public enum Figure {
    /** Answers by web, against those counted here. */
    WEB,
    /** Answers by fax, against those counted here. */
    FAX,
    /** The published total, against the published answers by web and fax. */
    TOTAL_OF_ITS_PARTS,
    /** The published total, against the answers here. */
    TOTAL,
    /** Second answers, against those taken out here. */
    DUPLICATES,
    /** What was left, against the published total less the published second answers. */
    COUNTED_OF_ITS_PARTS,
    /** What was left, against what counts here. */
    COUNTED
  }

  /** Keeps the lists. */
  public Flow {
    sources = List.copyOf(sources);
    stated = List.copyOf(stated);
  }

  /** How many answers the sources brought that are put together. */
  public long answers() {
    return sources.stream().filter(s -> s.source().isMain()).mapToLong(SourceFlow::answers).sum();
  }

  /** How many of these were taken out. */
  public long removed() {
    return sources.stream().filter(s -> s.source().isMain()).mapToLong(SourceFlow::removed).sum();
  }

  /** How many count. */
  public long counted() {
    return answers() - removed();
  }
}
