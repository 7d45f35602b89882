package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import yomitori.simulate.line.Level;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.PageEffect;
import yomitori.simulate.score.WeakSpots.Spot;

/**
 * The scores of all profiles as a Markdown document. It depends on nothing but its arguments: no
 * dates, no times, nothing of the machine.
 */
public final class AccuracyDocument {

  private static final int SPOTS = 6;
  private static final double IN_HUNDRED = 100;

  private final Map<LineProfile, Score> scores;
  private final StringBuilder md = new StringBuilder();

  private AccuracyDocument(Map<LineProfile, Score> scores) {
    this.scores = scores;
  }

  /**
   * The document.
   *
   * @param scores in the order in which profiles are shown
   * @param command the command that makes it
   * @param version of the code; empty where it is not known
   */
  public static String of(Map<LineProfile, Score> scores, String command, String version) {
    AccuracyDocument document = new AccuracyDocument(scores);
    document.head(command, version);
    document.goals();
    document.weakSpots();
    document.marks();
    document.kinds();
    document.texts();
    document.registration();
    document.calibration();
    document.time();
    document.handEffects();
    document.pageEffects();
    return document.md.toString();
  }

  private void head(String command, String version) {
    md.append("# Accuracy\n\n");
    md.append(
        "Made by one command from simulated faxes of the reporting seeds, on which nothing\n");
    md.append("was tuned. Do not edit: run it again.\n\n```\n").append(command).append("\n```\n\n");
    if (!version.isEmpty()) {
      md.append("Code: ").append(version).append(".\n");
    }
    md.append("How answers are counted: [evaluate.md](evaluate.md). All figures:\n");
    md.append(
        "[accuracy.json](accuracy.json). Intervals are exact 95 % intervals that take answers\n");
    md.append(
        "as independent; those of one page are not, so the pages with a wrong mark are given\n");
    md.append("too. The respondents, their hands and the line are simulated: real ones differ.\n");
  }

  private void goals() {
    md.append("\n## Goals and figures\n\n| |");
    scores.keySet().forEach(p -> md.append(' ').append(word(p)).append(" | |"));
    md.append("\n| --- |").append(" --- | --- |".repeat(scores.size())).append('\n');
    goal(
        "marks decided wrongly, of those decided",
        p -> share(scores.get(p).marks().counts().errorRate()),
        p -> Goals.of(p).wrongMarks(),
        AccuracyDocument::oneIn);
    goal(
        "marks left to a person",
        p -> share(scores.get(p).marks().counts().reviewRate()),
        p -> Goals.of(p).reviewedMarks(),
        s -> percent(s, 2));
    goal(
        "forms not read",
        p -> share(scores.get(p).pages().notRead()),
        p -> Goals.of(p).notRead(),
        s -> percent(s, 1));
    goal(
        "pages laid wrongly and not noticed",
        p -> scores.get(p).misplacement().map(m -> (double) m.misplaced()).orElse(Double.NaN),
        p -> (double) Goals.of(p).misplaced(),
        s -> String.format(Locale.ROOT, "%.0f", s));
  }

  private void goal(
      String name,
      Function<LineProfile, Double> figure,
      Function<LineProfile, Double> goal,
      Function<Double, String> words) {
    md.append("| ").append(name).append(" |");
    for (LineProfile profile : scores.keySet()) {
      double reached = figure.apply(profile);
      double wanted = goal.apply(profile);
      boolean missed = reached > wanted;
      String shown = Double.isNaN(reached) ? "–" : words.apply(reached);
      md.append(' ').append(missed ? "**" : "").append(shown).append(missed ? "**" : "");
      md.append(" | goal ").append(wanted == 0 ? "0" : "≤ " + words.apply(wanted)).append(" |");
    }
    md.append('\n');
  }

  /** The share; not a number where there is nothing to count. */
  private static double share(Rate rate) {
    return rate.of() == 0 ? Double.NaN : rate.share();
  }

  private void weakSpots() {
    md.append("\n## Weak spots\n\n");
    md.append(
        "Fields, and effects of the hand and the line, at which more is accepted wrongly than\n");
    md.append("elsewhere; the costliest first. Causes that come together share their mistakes.\n");
    scores.forEach(
        (profile, score) -> {
          md.append("\n**").append(word(profile)).append("**\n\n");
          spots("Marks", WeakSpots.ofMarks(score));
          spots("Writing", WeakSpots.ofTexts(score));
        });
  }

  private void spots(String what, List<Spot> all) {
    List<Spot> spots = all.subList(0, Math.min(SPOTS, all.size()));
    if (spots.isEmpty()) {
      md.append("- ").append(what).append(": nothing stands out.\n");
    }
    for (Spot spot : spots) {
      Counts counts = spot.counts();
      md.append("- ").append(what).append(' ').append(where(spot)).append(": ");
      md.append(counts.wrong()).append(" of ").append(counts.decided());
      md.append(" accepted wrongly (").append(percent(counts.errorRate().share(), 2)).append("), ");
      md.append(counts.review()).append(" of ").append(counts.read());
      md.append(" left to a person (").append(percent(counts.reviewRate().share(), 1)).append(")");
      if (spot.excessWrong() > 0) {
        md.append("; ").append(decimal(spot.excessWrong(), 1)).append(" more wrong than elsewhere");
      }
      md.append(".\n");
    }
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

  private void marks() {
    heading("Marks");
    row("boxes", s -> "" + s.marks().counts().all());
    row("wrong of those decided", s -> rate(s.marks().counts().errorRate()));
    row("empty taken as marked", s -> "" + s.marks().falseMarks());
    row("marked taken as empty", s -> "" + s.marks().lostMarks());
    row("left to a person", s -> rate(s.marks().counts().reviewRate()));
    row("– of these, of fields not wholly on the page", s -> "" + s.marks().reviewCutOff());
    row("read pages with a wrong mark", s -> rate(s.pages().wrongMarkRate()));
    row("meant marks that left no ink (in no figure above)", s -> "" + s.marks().counts().noInk());
    row("wrong of those decided, these included", s -> rate(s.marks().errorRateWithNoInk()));
  }

  private void kinds() {
    heading("Answers by kind: right / wrong / left to a person / on pages not read");
    for (Kind kind : Kind.values()) {
      row(
          kind.word(),
          s -> {
            Counts counts = s.kinds().getOrDefault(kind, Counts.NONE);
            return counts.right()
                + " / "
                + bold(counts.wrong())
                + " / "
                + counts.review()
                + " / "
                + counts.missed();
          });
    }
  }

  private void texts() {
    heading("Writing");
    for (Kind kind : Kind.values()) {
      if (kind.written()) {
        row(kind.word() + ": exact, of those written", s -> text(s, kind, AccuracyDocument::exact));
        row(
            kind.word() + ": exact, of those written and accepted",
            s -> text(s, kind, AccuracyDocument::acceptedExact));
        row(
            kind.word() + ": character error rate",
            s -> text(s, kind, t -> percent(t.all().errorRate(), 2)));
        row(
            kind.word() + ": character error rate of those accepted",
            s -> text(s, kind, t -> percent(t.accepted().errorRate(), 2)));
      }
    }
    row(
        "comb: single digits right",
        s -> text(s, Kind.COMB, t -> share(t.digits().right(), t.digits().meant())));
    row(
        "comb: single digits right, of those accepted",
        s ->
            text(s, Kind.COMB, t -> share(t.acceptedDigits().right(), t.acceptedDigits().meant())));
  }

  private static String exact(TextScore text) {
    return share(text.exact(), text.written());
  }

  private static String acceptedExact(TextScore text) {
    return share(text.acceptedExact(), text.acceptedWritten());
  }

  private static String text(Score score, Kind kind, Function<TextScore, String> figure) {
    TextScore text = score.texts().get(kind);
    return text == null ? "–" : figure.apply(text);
  }

  private void registration() {
    heading("Pages");
    row("forms", s -> "" + s.pages().forms());
    row("not read", s -> rate(s.pages().notRead()));
    row("– known as the form, not laid straight", s -> "" + s.pages().unreadable());
    row("– taken for something else", s -> "" + (s.pages().notAForm() + s.pages().otherForm()));
    row("– failed or without a record", s -> "" + (s.pages().failed() + s.pages().noRecord()));
    row("other pages taken for the form", s -> "" + s.pages().othersTaken());
    row("other pages left out", s -> "" + s.pages().othersLeftOut());
    row("laid wrong by 1.9 mm or more and not noticed", s -> laid(s, m -> "" + m.misplaced()));
    row("answers accepted 1.9 mm or more aside", s -> laid(s, m -> "" + m.acceptedAside()));
    row("distance from the true place, median page", s -> laid(s, m -> mm(m.medianMm())));
    row("– 95 of 100 pages are better than", s -> laid(s, m -> mm(m.p95Mm())));
    row("– worst page", s -> laid(s, m -> mm(m.worstMm())));
  }

  private static String laid(Score score, Function<Misplacement, String> figure) {
    return score.misplacement().map(figure).orElse("–");
  }

  private static String mm(double mm) {
    return decimal(mm, 2) + " mm";
  }

  private void calibration() {
    heading("Confidence: expected calibration error / Brier score");
    Set<String> groups = new LinkedHashSet<>();
    scores.values().forEach(s -> groups.addAll(s.calibration().keySet()));
    for (String group : groups) {
      row(
          group,
          s -> {
            Calibration c = s.calibration().get(group);
            return c == null ? "–" : decimal(c.expectedError(), 4) + " / " + decimal(c.brier(), 4);
          });
    }
    heading("Confidence of marks: right of all values, by confidence");
    int bins =
        scores.values().stream()
            .flatMap(s -> s.calibration().values().stream())
            .mapToInt(c -> c.bins().size())
            .findFirst()
            .orElse(0);
    for (int i = 0; i < bins; i++) {
      int bin = i;
      Calibration.Bin first =
          scores.values().stream()
              .flatMap(s -> s.calibration().values().stream())
              .findFirst()
              .orElseThrow()
              .bins()
              .get(bin);
      row(
          first.from() + "–" + first.to(),
          s -> {
            Calibration c = s.calibration().get(Score.MARKS);
            return c == null ? "–" : share(c.bins().get(bin).right(), c.bins().get(bin).values());
          });
    }
  }

  private void time() {
    heading("A person's seconds a form (assumed, see evaluate.md)");
    row("to review", s -> decimal(s.time().reviewSeconds() / forms(s), 1));
    row("to key pages that were not read", s -> decimal(s.time().keyedSeconds() / forms(s), 1));
    row("lost to wrong values", s -> decimal(s.time().wrongSeconds() / forms(s), 1));
    row("together", s -> decimal(s.time().perForm(), 1));
    row("keyed by hand", s -> decimal(s.time().byHandPerForm(), 1));
  }

  private static double forms(Score score) {
    return Math.max(1, score.time().forms());
  }

  private void handEffects() {
    Set<String> names = new TreeSet<>();
    scores.values().forEach(s -> s.handEffects().forEach(e -> names.add(e.effect())));
    if (names.isEmpty()) {
      return;
    }
    heading("Marks by what the hand did: wrong / decided, share left to a person");
    names.forEach(name -> row(name(name), s -> both(hand(s, name).marks())));
    heading("Writing by what the hand did: wrong / decided, share left to a person");
    names.forEach(name -> row(name(name), s -> both(hand(s, name).texts())));
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
    scores.values().forEach(s -> s.pageEffects().forEach(e -> names.add(e.effect())));
    if (names.isEmpty()) {
      return;
    }
    heading("Marks by what the line did: wrong / decided, share left to a person; pages not read");
    for (String name : names) {
      for (Level level : Level.values()) {
        row("`" + name + "` " + level.word(), s -> onPages(s, name, level));
      }
    }
  }

  private static String onPages(Score score, String name, Level level) {
    for (PageEffect effect : score.pageEffects()) {
      if (effect.effect().equals(name) && effect.level() == level) {
        return both(effect.marks()) + "; " + effect.notRead() + " / " + effect.pages();
      }
    }
    return "–";
  }

  private static String both(Counts counts) {
    return counts.all() == 0
        ? "–"
        : bold(counts.wrong())
            + " / "
            + counts.decided()
            + ", "
            + percent(counts.reviewRate().share(), 1);
  }

  private void heading(String words) {
    md.append("\n## ").append(words).append("\n\n| |");
    scores.keySet().forEach(p -> md.append(' ').append(word(p)).append(" |"));
    md.append("\n| --- |").append(" --- |".repeat(scores.size())).append('\n');
  }

  private void row(String name, Function<Score, String> figure) {
    List<String> cells = new ArrayList<>();
    scores.values().forEach(score -> cells.add(figure.apply(score)));
    md.append("| ").append(name).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String word(LineProfile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  private static String bold(long wrong) {
    return wrong == 0 ? "0" : "**" + wrong + "**";
  }

  private static String oneIn(double share) {
    return share == 0 ? "none" : String.format(Locale.ROOT, "1 in %,.0f", 1 / share);
  }

  private static String share(long cases, long of) {
    return of == 0 ? "–" : percent((double) cases / of, 2) + " (" + cases + " / " + of + ")";
  }

  private static String rate(Rate rate) {
    return rate.of() == 0
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.3f %% (%d / %d; %.3f–%.3f %%)",
            IN_HUNDRED * rate.share(),
            rate.cases(),
            rate.of(),
            IN_HUNDRED * rate.lower(),
            IN_HUNDRED * rate.upper());
  }

  private static String percent(double share, int places) {
    return decimal(IN_HUNDRED * share, places) + " %";
  }

  private static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
