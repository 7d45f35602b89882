package yomitori.simulate.score;

import java.util.Optional;
import yomitori.simulate.line.LineProfile;

/**
 * What the reader is to reach with written fields on pages of a profile, as the project has set it.
 * Shares are 0 to 1.
 *
 * @param codesWrong the largest share of codes that are wrong, of those accepted
 * @param codesWithList the least share of codes to be accepted with a list of institutions
 * @param codesWithoutList the same without a list
 * @param prefecturesRight the least share of prefectures that are right, of those accepted
 * @param prefecturesAccepted the least share of prefectures to be accepted
 * @param typedErrors the highest character error rate of typed lines
 * @param heldOutErrors the same of handwriting that nothing was tuned on
 */
record WritingGoals(
    double codesWrong,
    double codesWithList,
    double codesWithoutList,
    double prefecturesRight,
    double prefecturesAccepted,
    double typedErrors,
    double heldOutErrors) {

  /** The goals; none are set for clean and harsh lines. */
  static Optional<WritingGoals> of(LineProfile profile) {
    return switch (profile) {
      case FINE -> Optional.of(new WritingGoals(1 / 2_000.0, 0.95, 0.8, 0.995, 0.9, 0.02, 0.15));
      case STANDARD ->
          Optional.of(new WritingGoals(1 / 2_000.0, 0.88, 0.65, 0.995, 0.9, 0.05, 0.25));
      case CLEAN, HARSH -> Optional.empty();
    };
  }
}
