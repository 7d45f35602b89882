package yomitori.simulate.score;

import java.util.List;
import java.util.Locale;
import yomitori.simulate.line.Level;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.score.WeakSpots.Spot;

/** The weak spots of each profile, the costliest first. */
final class WeakSpotSection {

  private static final int SPOTS = 6;

  private final AccuracyTables tables;

  private WeakSpotSection(AccuracyTables tables) {
    this.tables = tables;
  }

  static void write(AccuracyTables tables) {
    new WeakSpotSection(tables).weakSpots();
  }

  private void weakSpots() {
    tables.text("\n## Weak spots\n\n");
    tables.text(
        "Fields, and effects of the hand and the line, at which more is accepted wrongly than\n");
    tables.text(
        "elsewhere; the costliest first. Causes that come together share their mistakes.\n");
    for (LineProfile profile : tables.profiles()) {
      Score score = tables.of(profile).asRead();
      tables.text("\n**" + Shown.profile(profile) + "**\n\n");
      spots("Marks", WeakSpots.ofMarks(score));
      spots("Writing", WeakSpots.ofTexts(score));
    }
  }

  private void spots(String what, List<Spot> all) {
    if (all.isEmpty()) {
      tables.text("- " + what + ": nothing stands out.\n");
    }
    all.stream().limit(SPOTS).forEach(spot -> tables.text(line(what, spot)));
  }

  private static String line(String what, Spot spot) {
    Counts counts = spot.counts();
    String line =
        String.format(
            Locale.ROOT,
            "- %s %s: %d of %d accepted wrongly (%s), %d of %d left to a person (%s)",
            what,
            where(spot),
            counts.wrong(),
            counts.decided(),
            Shown.percent(counts.errorRate().share(), 2),
            counts.review(),
            counts.read(),
            Shown.percent(counts.reviewRate().share(), 1));
    if (spot.excessWrong() > 0) {
      line += "; " + Shown.decimal(spot.excessWrong(), 1) + " more wrong than elsewhere";
    }
    return line + ".\n";
  }

  private static String where(Spot spot) {
    String name = "`" + spot.name() + "`";
    return switch (spot.cause()) {
      case FIELD -> "in the field " + name;
      case HAND -> "where the hand did " + name;
      case LINE ->
          "on pages where "
              + name
              + " acted "
              + (spot.level() == Level.STRONG ? "strongly" : "mildly");
    };
  }
}
