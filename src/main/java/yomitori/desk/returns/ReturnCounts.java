package yomitori.desk.returns;

import java.util.List;

/**
 * A group of institutions in numbers.
 *
 * @param expected how many there are
 * @param answered of these, with at least one answer
 * @param several of these, with more than one
 * @param proposed without an answer that is surely theirs, but with one that may be
 */
public record ReturnCounts(int expected, int answered, int several, int proposed) {

  static ReturnCounts sum(List<ReturnCounts> all) {
    return new ReturnCounts(
        all.stream().mapToInt(ReturnCounts::expected).sum(),
        all.stream().mapToInt(ReturnCounts::answered).sum(),
        all.stream().mapToInt(ReturnCounts::several).sum(),
        all.stream().mapToInt(ReturnCounts::proposed).sum());
  }

  /** How many have not answered. */
  public int missing() {
    return expected - answered;
  }

  /** The share that has answered, 0 to 1; 0 where none is expected. */
  public double rate() {
    return expected == 0 ? 0 : (double) answered / expected;
  }

  /** How many are in a state. */
  public int count(ReturnState state) {
    return switch (state) {
      case MISSING -> missing();
      case PROPOSED -> proposed;
      case ANSWERED -> answered;
      case SEVERAL -> several;
    };
  }
}
