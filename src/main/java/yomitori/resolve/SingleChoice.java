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
    double product = 1;
    double sum = 0;
    double[] odds = new double[marked.length];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = marked[i] / (1 - marked[i]);
      product *= 1 + odds[i];
      sum += odds[i];
    }
    double all = none + sum + several * (product - 1 - sum);
    double[] posterior = new double[odds.length];
    for (int i = 0; i < odds.length; i++) {
      double withOthers = odds[i] * (product / (1 + odds[i]) - 1);
      posterior[i] = (odds[i] + several * withOthers) / all;
    }
    return posterior;
  }
}
