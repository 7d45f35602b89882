package yomitori.resolve;

/**
 * Turns the mark model's log odds into a probability, by a logistic curve fitted on faxes that the
 * model was not trained on (Platt, "Probabilistic outputs for support vector machines", 1999).
 *
 * @param slope of the log odds
 * @param offset added to them
 * @param least neither answer is ever less likely than this: so few errors were not counted
 */
record MarkCalibration(double slope, double offset, double least) {

  /** How it was measured: {@code src/train/marks/README.md}. */
  static final MarkCalibration STANDARD = new MarkCalibration(0.8, -0.2, 5e-5);

  /** How likely a box is marked, 0 to 1. */
  double marked(double logOdds) {
    return within(1 / (1 + Math.exp(-(slope * logOdds + offset))));
  }

  /** A likelihood of being marked, or the nearest one of which errors were counted. */
  double within(double marked) {
    return Math.min(Math.max(marked, least), 1 - least);
  }
}
