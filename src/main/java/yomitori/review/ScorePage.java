package yomitori.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Predicate;
import yomitori.record.Batch;
import yomitori.simulate.line.Level;
import yomitori.simulate.score.Answer;
import yomitori.simulate.score.Calibration;
import yomitori.simulate.score.Counts;
import yomitori.simulate.score.Kind;
import yomitori.simulate.score.Rate;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.Score.Mistake;
import yomitori.simulate.score.WeakSpots;
import yomitori.simulate.score.WeakSpots.Spot;

/**
 * Writes a score as a page for the browser: the figures, plots, and crops of the worst mistakes.
 * One file without scripts or outside parts.
 */
public final class ScorePage {

  private static final int SPOTS_SHOWN = 14;

  private final ResourceBundle words;
  private final Locale locale;
  private final StringBuilder html = new StringBuilder();

  private ScorePage(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "yomitori.review.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /**
   * Writes the page.
   *
   * @param locale Japanese or English
   * @param opener opens the faxes that mistakes are cut out of; one that is gone is left out
   */
  public static void write(Path file, Locale locale, Score score, Batch.Opener opener)
      throws IOException {
    ScorePage page = new ScorePage(locale);
    page.build(score, PageCrops.of(score.mistakes(), opener));
    Files.writeString(file, page.html);
  }

  private void build(Score score, Map<Mistake, String> crops) {
    html.append("<!DOCTYPE html>\n<html lang=\"").append(locale.getLanguage());
    html.append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(word("score.title"));
    html.append("</title>\n<style>\n")
        .append(PageStyle.of("score.css"))
        .append("</style>\n</head>\n<body>\n<h1>");
    html.append(word("score.title")).append("</h1>\n");
    headline(score);
    kinds(score);
    html.append(new WritingTables(this::word).of(score));
    spots("score.spots.marks", WeakSpots.ofMarks(score));
    spots("score.spots.texts", WeakSpots.ofTexts(score));
    mistakes(
        "score.mistakes.marks",
        score.marks().counts().wrong(),
        score,
        crops,
        m -> !m.answer().kind().written());
    long wrongTexts =
        score.kinds().entrySet().stream()
            .filter(kind -> kind.getKey().written())
            .mapToLong(kind -> kind.getValue().wrong())
            .sum();
    mistakes("score.mistakes.texts", wrongTexts, score, crops, m -> m.answer().kind().written());
    score.calibration().forEach(this::calibration);
    html.append("</body>\n</html>\n");
  }

  private void headline(Score score) {
    Counts marks = score.marks().counts();
    html.append("<div class=\"cards\">\n");
    card("score.card.error", marks.errorRate());
    card("score.card.review", marks.reviewRate());
    card("score.card.pages", score.pages().wrongMarkRate());
    card("score.card.notread", score.pages().notRead());
    html.append("<div><h3>").append(word("score.card.time")).append("</h3><b>");
    html.append(decimal(score.time().perForm(), 1)).append(" s</b><p>");
    html.append(word("score.card.byhand", decimal(score.time().byHandPerForm(), 1)));
    html.append("</p></div>\n</div>\n");
    if (marks.noInk() > 0) {
      Rate with = score.marks().errorRateWithNoInk();
      html.append("<p class=\"note\">");
      html.append(word("score.noink", marks.noInk(), percent(with.share(), 3)));
      html.append("</p>\n");
    }
  }

  private void card(String key, Rate rate) {
    html.append("<div><h3>").append(word(key)).append("</h3><b>");
    html.append(rate.of() == 0 ? "–" : percent(rate.share(), 3)).append("</b><p>");
    html.append(rate.cases()).append(" / ").append(rate.of()).append("<br>95 %: ");
    html.append(percent(rate.lower(), 3)).append(" – ").append(percent(rate.upper(), 3));
    html.append("</p></div>\n");
  }

  private void kinds(Score score) {
    html.append("<h2>").append(word("score.kinds")).append("</h2>\n<table>\n<tr>");
    for (String column :
        List.of("kind", "n", "right", "wrong", "review", "missed", "noink", "wrongshare")) {
      html.append("<th>").append(word("score.column." + column)).append("</th>");
    }
    html.append("</tr>\n");
    row(word("score.kind.marks"), score.marks().counts());
    for (Map.Entry<Kind, Counts> kind : score.kinds().entrySet()) {
      row(word("score.kind." + kind.getKey().word()), kind.getValue());
    }
    html.append("</table>\n");
  }

  private void row(String name, Counts counts) {
    html.append("<tr><td>").append(name).append("</td>");
    for (long figure :
        List.of(
            counts.all(),
            counts.right(),
            counts.wrong(),
            counts.review(),
            counts.missed(),
            counts.noInk())) {
      html.append("<td class=\"n\">").append(figure).append("</td>");
    }
    Rate rate = counts.errorRate();
    html.append("<td class=\"n\">").append(rate.of() == 0 ? "–" : percent(rate.share(), 3));
    html.append("</td></tr>\n");
  }

  private void spots(String key, List<Spot> all) {
    List<Spot> spots = all.subList(0, Math.min(SPOTS_SHOWN, all.size()));
    if (spots.isEmpty()) {
      return;
    }
    html.append("<h2>").append(word(key)).append("</h2>\n<p class=\"note\">");
    html.append(word("score.spots.about")).append("</p>\n<div class=\"sides\"><div>\n<h3>");
    html.append(word("score.spots.wrong")).append("</h3>\n");
    html.append(ScorePlots.bars(bars(spots, true), "wrong"));
    html.append("</div><div>\n<h3>").append(word("score.spots.review")).append("</h3>\n");
    html.append(ScorePlots.bars(bars(spots, false), "review")).append("</div></div>\n");
  }

  private List<ScorePlots.Bar> bars(List<Spot> spots, boolean wrong) {
    List<ScorePlots.Bar> bars = new ArrayList<>();
    for (Spot spot : spots) {
      Counts counts = spot.counts();
      Rate rate = wrong ? counts.errorRate() : counts.reviewRate();
      String value = percent(rate.share(), 2) + " (" + rate.cases() + " / " + rate.of() + ")";
      bars.add(new ScorePlots.Bar(Html.escape(name(spot)), rate.share(), value));
    }
    return bars;
  }

  private static String name(Spot spot) {
    return spot.level() == Level.NONE ? spot.name() : spot.name() + " " + spot.level().word();
  }

  private void calibration(String group, Calibration calibration) {
    html.append("<h2>").append(word("score.calibration", words.getString("score.kind." + group)));
    html.append("</h2>\n<p class=\"note\">");
    html.append(
        word(
            "score.calibration.figures",
            calibration.values(),
            decimal(calibration.expectedError(), 4),
            decimal(calibration.brier(), 4)));
    html.append("</p>\n<div class=\"sides\"><div>\n<h3>").append(word("score.plot.reliability"));
    html.append("</h3>\n");
    html.append(
        ScorePlots.reliability(
            calibration,
            word("score.plot.claimed"),
            word("score.plot.found"),
            word("score.plot.reliability")));
    html.append("</div><div>\n<h3>").append(word("score.plot.histogram")).append("</h3>\n");
    html.append(
        ScorePlots.histogram(
            calibration,
            word("score.column.right"),
            word("score.column.wrong"),
            word("score.plot.histogram")));
    html.append("</div></div>\n");
  }

  private void mistakes(
      String key, long all, Score score, Map<Mistake, String> crops, Predicate<Mistake> wanted) {
    List<Mistake> mistakes = score.mistakes().stream().filter(wanted).toList();
    html.append("<h2>").append(word(key, mistakes.size(), all)).append("</h2>\n");
    if (mistakes.isEmpty()) {
      html.append("<p>").append(word("score.mistakes.none")).append("</p>\n");
      return;
    }
    html.append("<div class=\"crops\">\n");
    for (Mistake mistake : mistakes) {
      mistake(mistake, crops.get(mistake));
    }
    html.append("</div>\n");
  }

  private void mistake(Mistake mistake, String crop) {
    Answer answer = mistake.answer();
    html.append("<figure>\n");
    if (crop != null) {
      html.append("<img loading=\"lazy\" alt=\"\" src=\"").append(crop).append("\">\n");
    } else {
      html.append("<p class=\"note\">").append(word("score.nocrop")).append("</p>\n");
    }
    html.append("<figcaption><b>").append(Html.escape(answer.place())).append("</b> ");
    html.append(word("score.meant")).append(" <q>").append(Html.escape(answer.meant()));
    html.append("</q>, ").append(word("score.given")).append(" <q>");
    html.append(Html.escape(answer.given())).append("</q>");
    answer
        .confidence()
        .ifPresent(
            c ->
                html.append(", ")
                    .append(word("score.confidence"))
                    .append(' ')
                    .append(decimal(c, 4)));
    html.append("<br><small>").append(Html.escape(mistake.page().source())).append(", ");
    html.append(word("page", mistake.page().page()));
    if (!answer.effects().isEmpty()) {
      html.append("<br>").append(word("score.hand")).append(' ');
      html.append(Html.escape(String.join(", ", answer.effects())));
    }
    if (!mistake.effects().isEmpty()) {
      html.append("<br>").append(word("score.line")).append(' ');
      html.append(Html.escape(String.join(", ", mistake.effects())));
    }
    html.append("</small></figcaption>\n</figure>\n");
  }

  private static String percent(double share, int places) {
    return decimal(100 * share, places) + " %";
  }

  private static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  private String word(String key, Object... arguments) {
    Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
    return Html.escape(new MessageFormat(words.getString(key), locale).format(plain));
  }
}
