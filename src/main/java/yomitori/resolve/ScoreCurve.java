package yomitori.resolve;

/**
 * The confidence that goes with an engine's score: straight lines between measured points, the
 * first and last points' confidence beyond them.
 */
final class ScoreCurve {

  private final double[] scores;
  private final double[] confidences;

  /**
   * @param points score and confidence in turn, scores rising
   */
  ScoreCurve(double... points) {
    scores = new double[points.length / 2];
    confidences = new double[points.length / 2];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = points[2 * i];
      confidences[i] = points[2 * i + 1];
    }
  }

  double confidence(double score) {
    return value(score);
  }

  /** The curve at any figure. */
  double value(double score) {
    if (score <= scores[0]) {
      return confidences[0];
    }
    for (int i = 1; i < scores.length; i++) {
      if (score <= scores[i]) {
        double share = (score - scores[i - 1]) / (scores[i] - scores[i - 1]);
        return confidences[i - 1] + share * (confidences[i] - confidences[i - 1]);
      }
    }
    return confidences[confidences.length - 1];
  }
}
