package yomitori.simulate.score;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import yomitori.simulate.line.LineProfile;

/** The accuracy document as it grows: text, and tables with a column for each profile. */
final class AccuracyTables {

  private final Map<LineProfile, ProfileScores> scores;
  private final StringBuilder md = new StringBuilder();

  /**
   * @param scores in the order of the columns
   */
  AccuracyTables(Map<LineProfile, ProfileScores> scores) {
    this.scores = scores;
  }

  Set<LineProfile> profiles() {
    return scores.keySet();
  }

  ProfileScores of(LineProfile profile) {
    return scores.get(profile);
  }

  /** What each profile scored as it was read. */
  Stream<Score> asRead() {
    return scores.values().stream().map(ProfileScores::asRead);
  }

  /** Whether any profile was read with a list of institutions. */
  boolean withList() {
    return scores.values().stream().anyMatch(both -> both.withList().isPresent());
  }

  AccuracyTables text(String words) {
    md.append(words);
    return this;
  }

  /** Begins a section with a table of one column for each profile. */
  void heading(String words) {
    md.append("\n## ").append(words).append("\n\n| |");
    profiles().forEach(p -> md.append(' ').append(Shown.profile(p)).append(" |"));
    md.append("\n| --- |").append(" --- |".repeat(scores.size())).append('\n');
  }

  /** A row of what was scored as read. */
  void row(String name, Function<Score, String> figure) {
    rowOfBoth(name, both -> figure.apply(both.asRead()));
  }

  /** A row of either score of each profile. */
  void rowOfBoth(String name, Function<ProfileScores, String> figure) {
    List<String> cells = scores.values().stream().map(figure).toList();
    md.append("| ").append(name).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  String document() {
    return md.toString();
  }
}
