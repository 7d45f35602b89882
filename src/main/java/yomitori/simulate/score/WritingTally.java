package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yomitori.simulate.hand.FilledForm;
import yomitori.simulate.hand.Script;

/** Adds up written fields by what they ask for, and lines by their script. Not thread-safe. */
final class WritingTally {

  /** A script as the tables show it. */
  private record Hand(ScriptGroup group, String script) implements Comparable<Hand> {

    private static final Comparator<Hand> ORDER =
        Comparator.comparing(Hand::group).thenComparing(Hand::script);

    /** The script that the truth names among what the hand did. */
    static Optional<Hand> of(List<String> effects) {
      if (effects.contains(FilledForm.STAMPED)) {
        return Optional.of(new Hand(ScriptGroup.STAMPED, FilledForm.STAMPED));
      }
      return effects.stream()
          .flatMap(effect -> Script.tagged(effect).stream())
          .map(script -> new Hand(ScriptGroup.of(script), script.word()))
          .findFirst();
    }

    @Override
    public int compareTo(Hand other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Subject, SubjectScore> subjects = new EnumMap<>(Subject.class);
  private final Map<Hand, TextScore.Tally> scripts = new TreeMap<>();

  /** Adds a written field. */
  void add(Answer answer) {
    Subject.of(answer.field())
        .ifPresent(
            subject ->
                subjects.put(
                    subject, subjects.getOrDefault(subject, SubjectScore.NONE).plus(answer)));
    if (answer.kind() == Kind.TEXT) {
      Hand.of(answer.effects())
          .ifPresent(hand -> scripts.computeIfAbsent(hand, h -> new TextScore.Tally()).add(answer));
    }
  }

  Map<Subject, SubjectScore> subjects() {
    return new EnumMap<>(subjects);
  }

  List<ScriptScore> scripts() {
    List<ScriptScore> scores = new ArrayList<>();
    scripts.forEach(
        (hand, tally) -> scores.add(new ScriptScore(hand.script(), hand.group(), tally.score())));
    return scores;
  }
}
