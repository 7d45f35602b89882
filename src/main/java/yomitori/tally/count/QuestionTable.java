package yomitori.tally.count;

import java.util.List;
import java.util.stream.Stream;
import yomitori.tally.plan.Question;

/**
 * The counts of one question.
 *
 * @param question which one
 * @param groups all, classes, sources, prefectures from north to south and those without one, all
 *     regional surveys, each of them; a regional survey that did not ask is missing
 */
public record QuestionTable(Question question, List<GroupCount> groups) {

  /** Keeps the groups in their order. */
  public QuestionTable {
    groups = List.copyOf(groups);
  }

  /** The counts of all answers to the survey itself. */
  public GroupCount all() {
    return of(Group.Kind.ALL).findFirst().orElseThrow();
  }

  /** The counts of the groups of a kind. */
  public Stream<GroupCount> of(Group.Kind kind) {
    return groups.stream().filter(count -> count.group().kind() == kind);
  }
}
