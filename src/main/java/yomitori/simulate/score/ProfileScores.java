package yomitori.simulate.score;

import java.util.Optional;

/**
 * How the faxes of one profile were read.
 *
 * @param withList decided with the list of institutions that the respondents are from; empty where
 *     there was none
 * @param withoutList decided without a list, from the same readings
 */
public record ProfileScores(Optional<Score> withList, Score withoutList) {

  /** Read and decided without a list. */
  public static ProfileScores withoutList(Score score) {
    return new ProfileScores(Optional.empty(), score);
  }

  /** As the faxes were read: with the list where there is one. */
  public Score asRead() {
    return withList.orElse(withoutList);
  }
}
