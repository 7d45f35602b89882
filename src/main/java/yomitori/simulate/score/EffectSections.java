package yomitori.simulate.score;

import java.util.Set;
import java.util.TreeSet;
import yomitori.simulate.line.Level;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.PageEffect;

/** Marks and writing by what the hand and the line did. */
final class EffectSections {

  private final AccuracyTables tables;

  private EffectSections(AccuracyTables tables) {
    this.tables = tables;
  }

  static void write(AccuracyTables tables) {
    EffectSections sections = new EffectSections(tables);
    sections.handEffects();
    sections.pageEffects();
  }

  private void handEffects() {
    Set<String> names = new TreeSet<>();
    tables.asRead().forEach(s -> s.handEffects().forEach(e -> names.add(e.effect())));
    if (names.isEmpty()) {
      return;
    }
    tables.heading("Marks by what the hand did: wrong / decided, share left to a person");
    names.forEach(name -> tables.row(name(name), s -> both(hand(s, name).marks())));
    tables.heading("Writing by what the hand did: wrong / decided, share left to a person");
    names.forEach(name -> tables.row(name(name), s -> both(hand(s, name).texts())));
  }

  private static String name(String effect) {
    return effect.isEmpty() ? "(nothing of note)" : "`" + effect + "`";
  }

  private static HandEffect hand(Score score, String name) {
    return score.handEffects().stream()
        .filter(e -> e.effect().equals(name))
        .findFirst()
        .orElse(new HandEffect(name, Counts.NONE, Counts.NONE));
  }

  private void pageEffects() {
    Set<String> names = new TreeSet<>();
    tables.asRead().forEach(s -> s.pageEffects().forEach(e -> names.add(e.effect())));
    if (names.isEmpty()) {
      return;
    }
    tables.heading(
        "Marks by what the line did: wrong / decided, share left to a person; pages not read");
    for (String name : names) {
      for (Level level : Level.values()) {
        tables.row("`" + name + "` " + level.word(), s -> onPages(s, name, level));
      }
    }
  }

  private static String onPages(Score score, String name, Level level) {
    for (PageEffect effect : score.pageEffects()) {
      if (effect.effect().equals(name) && effect.level() == level) {
        return both(effect.marks()) + "; " + effect.notRead() + " / " + effect.pages();
      }
    }
    return Shown.NOTHING;
  }

  private static String both(Counts counts) {
    return counts.all() == 0
        ? Shown.NOTHING
        : Shown.bold(counts.wrong())
            + " / "
            + counts.decided()
            + ", "
            + Shown.percent(counts.reviewRate().share(), 1);
  }
}
