package yomitori.resolve;

/**
 * What is known of a question with one answer before its boxes are looked at: most people give one
 * answer, some none, few several.
 *
 * @param none weight of no answer, against {@code 1} for one answer
 * @param several weight of any set of two and more answers, likewise
 */
record SingleChoice(double none, double several) {

  /** An assumption: no answer is half as likely as any one answer, several a tenth. */
  static final SingleChoice STANDARD = new SingleChoice(0.5, 0.1);

  /**
   * Bayes' rule over all sets of options that may be marked.
   *
   * @param marked how likely each option is marked by itself, above 0 and below 1
   * @return how likely each is marked, the others considered
   */
  double[] marked(double[] marked) {
    double sum = 0;
    double logProduct = 0;
    for (double p : marked) {
      sum += p / (1 - p);
      logProduct -= Math.log1p(-p);
    }
    // Everything is divided by the product of 1 + odds, which would overflow with many options.
    double scale = Math.exp(-logProduct);
    double all = scale * (none + sum) + several * (1 - scale * (1 + sum));
    double[] posterior = new double[marked.length];
    for (int i = 0; i < posterior.length; i++) {
      double odds = marked[i] / (1 - marked[i]);
      posterior[i] = (scale * odds * (1 - several) + several * marked[i]) / all;
    }
    return posterior;
  }
}
