package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yomitori.simulate.line.Level;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.PageEffect;

/** Adds up answers by what the line did to their page and the hand to their place. */
final class EffectTally {

  /** An effect at a level. */
  private record EffectKey(String effect, Level level) implements Comparable<EffectKey> {
    @Override
    public int compareTo(EffectKey other) {
      int byName = effect.compareTo(other.effect);
      return byName != 0 ? byName : level.compareTo(other.level);
    }
  }

  /** Marks and texts of the same pages or places. */
  private static final class Both {
    private final Counts.Tally marks = new Counts.Tally();
    private final Counts.Tally texts = new Counts.Tally();
    private final PagesHit.Tally markPages = new PagesHit.Tally();
    private final PagesHit.Tally textPages = new PagesHit.Tally();
    private long pages;
    private long notRead;
  }

  private final Map<EffectKey, Both> pages = new TreeMap<>();
  private final Map<String, Both> places = new TreeMap<>();

  /** Adds a page under each effect of the line, at the level at which it acted there. */
  void addPage(Truth truth, TruthPage page, boolean notRead, Counts marks, Counts texts) {
    for (String effect : truth.effects()) {
      Both at = pages.computeIfAbsent(new EffectKey(effect, page.level(effect)), e -> new Both());
      at.pages++;
      at.notRead += notRead ? 1 : 0;
      at.marks.add(marks);
      at.texts.add(texts);
      at.markPages.add(marks);
      at.textPages.add(texts);
    }
  }

  /** Adds an answer under each thing that the hand did at its place, or under none. */
  void addPlace(Answer answer) {
    List<String> effects = answer.effects().isEmpty() ? List.of("") : answer.effects();
    for (String effect : effects) {
      Both at = places.computeIfAbsent(effect, e -> new Both());
      (answer.kind().written() ? at.texts : at.marks).add(answer);
    }
  }

  List<PageEffect> pageEffects() {
    List<PageEffect> scores = new ArrayList<>();
    pages.forEach(
        (key, at) ->
            scores.add(
                new PageEffect(
                    key.effect(),
                    key.level(),
                    at.pages,
                    at.notRead,
                    at.marks.counts(),
                    at.texts.counts(),
                    at.markPages.pagesHit(),
                    at.textPages.pagesHit())));
    return scores;
  }

  /** Empty where the truth does not tell what the hand did. */
  List<HandEffect> handEffects() {
    boolean known = places.keySet().stream().anyMatch(effect -> !effect.isEmpty());
    List<HandEffect> scores = new ArrayList<>();
    if (known) {
      places.forEach(
          (effect, at) -> scores.add(new HandEffect(effect, at.marks.counts(), at.texts.counts())));
    }
    return scores;
  }
}
