package yomitori.simulate.line;

/** How bad the line is. */
public enum LineProfile {
  /** A new machine at fine resolution with error correction: nothing goes wrong. */
  CLEAN,
  /** Fine resolution, good machines, small errors: the better half of what a desk receives. */
  FINE,
  /** What a desk receives in the long run: both resolutions, copied blanks, skew, header lines. */
  STANDARD,
  /** Old machines, bad calls, third copies: the pages that an operator sighs at. */
  HARSH;

  /** One of four values, for the profiles from clean to harsh. */
  public double choose(double clean, double fine, double standard, double harsh) {
    return switch (this) {
      case CLEAN -> clean;
      case FINE -> fine;
      case STANDARD -> standard;
      case HARSH -> harsh;
    };
  }
}
