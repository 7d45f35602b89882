package yomitori.simulate.survey;

/**
 * How many answers a survey has.
 *
 * @param fax by fax, second answers among them
 * @param web by web, likewise
 * @param duplicates answers of institutions that have answered before or after; no more than a
 *     quarter of those by fax, nor of those by web
 * @param regional of the surveys of regional associations; none or at least {@value
 *     #FEWEST_REGIONAL}
 */
public record SurveySize(int fax, int web, int duplicates, int regional) {

  /** The survey of November 2022. */
  public static final SurveySize OF_2022 = new SurveySize(11_749, 7_473, 310, 7_332);

  /** Enough for each regional survey to have some. */
  public static final int FEWEST_REGIONAL = 100;

  /** Each duplicate takes up to two answers of a kind, and so do the near pairs. */
  private static final int DUPLICATES_SHARE = 4;

  /**
   * @throws IllegalArgumentException if there cannot be such a survey
   */
  public SurveySize {
    if (fax < 0 || web < 0 || duplicates < 0 || regional < 0) {
      throw new IllegalArgumentException("fewer than no answers");
    }
    if (duplicates > Math.min(fax, web) / DUPLICATES_SHARE) {
      throw new IllegalArgumentException("too many duplicates: " + duplicates);
    }
    if (regional > 0 && regional < FEWEST_REGIONAL) {
      throw new IllegalArgumentException("too few regional answers: " + regional);
    }
  }

  /** All answers but those of the regional surveys. */
  public int total() {
    return fax + web;
  }

  /** How many of them count: all but the second answers. */
  public int counted() {
    return total() - duplicates;
  }
}
