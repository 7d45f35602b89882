package yomitori.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yomitori.simulate.line.Level;
import yomitori.simulate.score.Calibration;
import yomitori.simulate.score.Counts;
import yomitori.simulate.score.Kind;
import yomitori.simulate.score.OperatorTime;
import yomitori.simulate.score.PageCounts;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.Score.FieldScore;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.PageEffect;
import yomitori.simulate.score.WeakSpots;
import yomitori.simulate.score.WeakSpots.Spot;

/** A score as tables on the terminal. */
final class ScoreOutput {

  private static final int WEAK_SPOTS_SHOWN = 6;

  private final Session session;
  private final Score score;

  private ScoreOutput(Session session, Score score) {
    this.session = session;
    this.score = score;
  }

  static void print(Session session, Score score) {
    ScoreOutput output = new ScoreOutput(session, score);
    output.pages();
    output.marks();
    output.kinds();
    WritingOutput.print(session, score);
    output.weakSpots();
    output.fields();
    output.pageEffects();
    output.handEffects();
    output.calibration();
    output.time();
  }

  private void pages() {
    PageCounts pages = score.pages();
    heading("pages");
    session.say(
        "score.pages.forms",
        pages.forms(),
        pages.accepted(),
        pages.review(),
        Figures.rate(pages.notRead()));
    if (pages.read() < pages.forms()) {
      session.say(
          "score.pages.missed",
          pages.unreadable(),
          pages.notAForm(),
          pages.otherForm(),
          pages.failed(),
          pages.noRecord());
    }
    session.say("score.pages.others", pages.othersLeftOut(), pages.othersTaken());
    if (pages.unknownSources() > 0) {
      session.say("score.pages.unknown", pages.unknownSources());
    }
    score
        .misplacement()
        .ifPresent(
            laid ->
                session.say(
                    "score.pages.laid",
                    laid.misplaced(),
                    laid.pages(),
                    Figures.decimal(laid.medianMm(), 2),
                    Figures.decimal(laid.p95Mm(), 2),
                    Figures.decimal(laid.worstMm(), 2)));
  }

  private void marks() {
    Score.Marks marks = score.marks();
    Counts counts = marks.counts();
    heading("marks");
    session.say(
        "score.marks.error",
        Figures.rate(counts.errorRate()),
        marks.falseMarks(),
        marks.lostMarks());
    session.say("score.marks.pages", Figures.rate(score.pages().wrongMarkRate()));
    session.say("score.marks.review", Figures.rate(counts.reviewRate()));
    if (counts.noInk() > 0) {
      session.say("score.marks.noink", counts.noInk(), Figures.rate(marks.errorRateWithNoInk()));
    }
  }

  private void kinds() {
    heading("kinds");
    TextTable table = countsTable("kind");
    for (Map.Entry<Kind, Counts> kind : score.kinds().entrySet()) {
      row(table, session.messages().text("kind." + kind.getKey().word()), kind.getValue());
    }
    print(table);
  }

  private void fields() {
    heading("fields");
    boolean severalForms = score.fields().stream().map(FieldScore::form).distinct().count() > 1;
    TextTable table = countsTable("field");
    for (FieldScore field : score.fields()) {
      String name = severalForms ? field.form() + " " + field.field() : field.field();
      row(table, name, field.counts());
    }
    print(table);
  }

  private void weakSpots() {
    heading("weak");
    TextTable table = table("cause", "answers", "wrong", "review", "excess.wrong", "excess.review");
    weakSpots(table, "marks", WeakSpots.ofMarks(score));
    weakSpots(table, "texts", WeakSpots.ofTexts(score));
    print(table);
  }

  private void weakSpots(TextTable table, String what, List<Spot> spots) {
    for (Spot spot : spots.subList(0, Math.min(WEAK_SPOTS_SHOWN, spots.size()))) {
      String level = spot.level() == Level.NONE ? "" : " " + spot.level().word();
      table.add(
          List.of(
              spot.name() + level,
              session.messages().text("score." + what + ".short"),
              "" + spot.counts().wrong(),
              "" + spot.counts().review(),
              Figures.decimal(spot.excessWrong(), 1),
              Figures.decimal(spot.excessReview(), 1)));
    }
  }

  private void pageEffects() {
    if (score.pageEffects().isEmpty()) {
      return;
    }
    heading("line");
    TextTable table =
        table(
            "effect",
            "pages",
            "notread",
            "marks.wrong",
            "marks.review",
            "texts.wrong",
            "texts.review");
    for (PageEffect effect : score.pageEffects()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  effect.effect() + " " + effect.level().word(),
                  "" + effect.pages(),
                  "" + effect.notRead()));
      row.addAll(bothCounts(effect.marks(), effect.texts()));
      table.add(row);
    }
    print(table);
  }

  private void handEffects() {
    if (score.handEffects().isEmpty()) {
      return;
    }
    heading("hand");
    TextTable table =
        table(
            "effect",
            "marks.n",
            "texts.n",
            "marks.wrong",
            "marks.review",
            "texts.wrong",
            "texts.review");
    for (HandEffect effect : score.handEffects()) {
      String name =
          effect.effect().isEmpty() ? session.messages().text("score.plain") : effect.effect();
      List<String> row =
          new ArrayList<>(List.of(name, "" + effect.marks().all(), "" + effect.texts().all()));
      row.addAll(bothCounts(effect.marks(), effect.texts()));
      table.add(row);
    }
    print(table);
  }

  private static List<String> bothCounts(Counts marks, Counts texts) {
    return List.of(
        "" + marks.wrong(),
        Figures.share(marks.review(), marks.read()),
        "" + texts.wrong(),
        Figures.share(texts.review(), texts.read()));
  }

  private void calibration() {
    if (score.calibration().isEmpty()) {
      return;
    }
    heading("calibration");
    TextTable table = table("kind", "values", "ece", "brier");
    for (Map.Entry<String, Calibration> group : score.calibration().entrySet()) {
      table.add(
          List.of(
              session.messages().text("kind." + group.getKey()),
              "" + group.getValue().values(),
              Figures.decimal(group.getValue().expectedError(), 4),
              Figures.decimal(group.getValue().brier(), 4)));
    }
    print(table);
  }

  private void time() {
    OperatorTime time = score.time();
    heading("time");
    double forms = Math.max(1, time.forms());
    session.say(
        "score.time",
        Figures.decimal(time.perForm(), 1),
        Figures.decimal(time.reviewSeconds() / forms, 1),
        Figures.decimal(time.keyedSeconds() / forms, 1),
        Figures.decimal(time.wrongSeconds() / forms, 1),
        Figures.decimal(time.byHandPerForm(), 1));
  }

  private TextTable countsTable(String first) {
    return table(
        first, "n", "right", "wrong", "review", "missed", "noink", "wrong.share", "review.share");
  }

  private static void row(TextTable table, String name, Counts counts) {
    table.add(
        List.of(
            name,
            "" + counts.all(),
            "" + counts.right(),
            "" + counts.wrong(),
            "" + counts.review(),
            "" + counts.missed(),
            "" + counts.noInk(),
            Figures.share(counts.wrong(), counts.decided()),
            Figures.share(counts.review(), counts.read())));
  }

  private TextTable table(String... columns) {
    List<String> header = new ArrayList<>();
    for (String column : columns) {
      header.add(session.messages().text("score.column." + column));
    }
    return TextTable.ofNumbers(header);
  }

  private void heading(String key) {
    session.out().println();
    session.say("score.heading." + key);
  }

  private void print(TextTable table) {
    table.lines().forEach(session.out()::println);
  }
}
