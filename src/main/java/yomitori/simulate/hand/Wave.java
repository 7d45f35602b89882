package yomitori.simulate.hand;

import yomitori.simulate.chance.Chance;

/**
 * A value that wanders smoothly between about -1 and 1 along a way: three sines of random lengths
 * and phases.
 */
final class Wave {

  private static final int SINES = 3;

  private final double[] pace = new double[SINES];
  private final double[] phase = new double[SINES];

  /**
   * @param shortest length of the quickest sine, in the way's unit
   * @param longest length of the slowest
   */
  Wave(Chance chance, double shortest, double longest) {
    for (int i = 0; i < SINES; i++) {
      pace[i] = 2 * Math.PI / chance.between(shortest, longest);
      phase[i] = chance.between(0, 2 * Math.PI);
    }
  }

  /** The value at a place of the way. */
  double at(double along) {
    double sum = 0;
    for (int i = 0; i < SINES; i++) {
      sum += StrictMath.sin(phase[i] + pace[i] * along);
    }
    return sum / 2;
  }
}
