package yomitori.simulate.score;

import java.util.List;
import java.util.Optional;

/** Whether values were decided with a list of institutions. */
enum ListUse {
  WITH(" (with the list)"),
  WITHOUT(" (without a list)"),
  /** Either: where a list makes no difference. */
  AS_READ("");

  private final String words;

  ListUse(String words) {
    this.words = words;
  }

  /** The ways in which something is shown. */
  static List<ListUse> of(Subject subject, boolean withList) {
    return subject.decidedByList() ? all(withList) : List.of(AS_READ);
  }

  /** The ways in which what a list makes a difference to is shown. */
  static List<ListUse> all(boolean withList) {
    return withList ? List.of(WITH, WITHOUT) : List.of(WITHOUT);
  }

  /** The score of values decided so; empty where there is none. */
  Optional<Score> of(ProfileScores scores) {
    return switch (this) {
      case WITH -> scores.withList();
      case WITHOUT -> Optional.of(scores.withoutList());
      case AS_READ -> Optional.of(scores.asRead());
    };
  }

  /** What became of fields that ask for one thing; nothing where none do. */
  SubjectScore of(ProfileScores scores, Subject subject) {
    return of(scores)
        .map(score -> score.subjects().getOrDefault(subject, SubjectScore.NONE))
        .orElse(SubjectScore.NONE);
  }

  /** What is put behind a row's name. */
  String words() {
    return words;
  }
}
