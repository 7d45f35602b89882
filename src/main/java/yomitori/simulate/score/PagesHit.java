package yomitori.simulate.score;

/**
 * How many pages had any trouble: answers of one page are not independent of each other, pages are.
 *
 * @param read pages that were read
 * @param wrong of those, pages with at least one wrong answer accepted
 * @param review pages with at least one answer left to a person
 */
public record PagesHit(long read, long wrong, long review) {

  PagesHit plus(PagesHit other) {
    return new PagesHit(read + other.read, wrong + other.wrong, review + other.review);
  }

  /** Adds up pages. Not thread-safe. */
  static final class Tally {

    private long read;
    private long wrong;
    private long review;

    /** Adds the answers of one page. */
    void add(Counts page) {
      if (page.read() > 0) {
        read++;
        wrong += page.wrong() > 0 ? 1 : 0;
        review += page.review() > 0 ? 1 : 0;
      }
    }

    PagesHit pagesHit() {
      return new PagesHit(read, wrong, review);
    }
  }
}
