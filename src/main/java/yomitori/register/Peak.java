package yomitori.register;

/**
 * The best place of a patch in a window that it was slid over.
 *
 * @param dx how far the patch's middle then lies from the window's middle, in px to the right
 * @param dy likewise downwards
 * @param score correlation there, -1 to 1
 */
record Peak(double dx, double dy, double score) {

  /**
   * The highest of a table of scores, to a fraction of a place.
   *
   * @param scores row by row
   * @param across columns of the table
   */
  static Peak of(double[] scores, int across) {
    int down = scores.length / across;
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    int x = best % across;
    int y = best / across;
    double dx = x - (across - 1) / 2.0;
    double dy = y - (down - 1) / 2.0;
    if (x > 0 && x < across - 1) {
      dx += vertex(scores[best - 1], scores[best], scores[best + 1]);
    }
    if (y > 0 && y < down - 1) {
      dy += vertex(scores[best - across], scores[best], scores[best + across]);
    }
    return new Peak(dx, dy, scores[best]);
  }

  /** Where the parabola through three equally spaced values has its top, from the middle one. */
  private static double vertex(double before, double at, double after) {
    double bend = before - 2 * at + after;
    return bend < 0 ? 0.5 * (before - after) / bend : 0;
  }
}
