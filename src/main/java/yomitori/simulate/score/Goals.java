package yomitori.simulate.score;

import yomitori.simulate.line.LineProfile;

/**
 * What the reader is to reach on pages of a profile, as the project has set it for registration and
 * marks.
 *
 * @param wrongMarks the largest share of marks decided wrongly, of those decided
 * @param reviewedMarks the largest share of marks left to a person
 * @param notRead the largest share of forms not read
 * @param misplaced the most pages laid wrongly without being noticed
 */
record Goals(double wrongMarks, double reviewedMarks, double notRead, long misplaced) {

  static Goals of(LineProfile profile) {
    return switch (profile) {
      case CLEAN, FINE -> new Goals(1 / 20_000.0, 0.003, 0, 0);
      case STANDARD -> new Goals(1 / 5_000.0, 0.01, 0.001, 0);
      case HARSH -> new Goals(1 / 1_000.0, 0.04, 0.01, 0);
    };
  }
}
