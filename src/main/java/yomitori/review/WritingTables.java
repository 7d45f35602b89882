package yomitori.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.simulate.score.Rate;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.ScriptScore;
import yomitori.simulate.score.Subject;
import yomitori.simulate.score.SubjectScore;
import yomitori.simulate.score.TextScore;

/** How written fields were read, as tables of the page of a score. */
final class WritingTables {

  private static final double IN_HUNDRED = 100;
  private static final String NOTHING = "–";

  private final UnaryOperator<String> words;

  /**
   * @param words the escaped words for a key
   */
  WritingTables(UnaryOperator<String> words) {
    this.words = words;
  }

  /** The tables; empty where nothing was written. */
  String of(Score score) {
    return subjects(score.subjects()) + scripts(score.scripts());
  }

  private String subjects(Map<Subject, SubjectScore> subjects) {
    List<String> rows =
        subjects.entrySet().stream()
            .map(
                entry ->
                    row(
                        word("subject." + entry.getKey().word()),
                        number(entry.getValue().written()),
                        rate(entry.getValue().accepted()),
                        rate(entry.getValue().wrongOfAccepted())))
            .toList();
    return table("subjects", List.of("subject", "written", "accepted", "wrongaccepted"), rows);
  }

  private String scripts(List<ScriptScore> scripts) {
    List<String> rows =
        scripts.stream()
            .map(
                script -> {
                  TextScore lines = script.lines();
                  return row(
                      Html.escape(script.script()) + ", " + word("group." + script.group().word()),
                      number(lines.written()),
                      share(lines.exact(), lines.written()),
                      share(lines.all().edits(), lines.all().meant()));
                })
            .toList();
    return table("scripts", List.of("script", "written", "exact", "cer"), rows);
  }

  private String table(String heading, List<String> columns, List<String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String header =
        columns.stream()
            .map(column -> "<th>" + word("column." + column) + "</th>")
            .collect(Collectors.joining());
    return "<h2>"
        + word(heading)
        + "</h2>\n<table>\n<tr>"
        + header
        + "</tr>\n"
        + String.join("", rows)
        + "</table>\n";
  }

  private static String row(String name, String... figures) {
    String cells =
        Stream.of(figures)
            .map(figure -> "<td class=\"n\">" + figure + "</td>")
            .collect(Collectors.joining());
    return "<tr><td>" + name + "</td>" + cells + "</tr>\n";
  }

  private static String number(long number) {
    return Long.toString(number);
  }

  private static String rate(Rate rate) {
    return rate.of() == 0
        ? NOTHING
        : share(rate.cases(), rate.of())
            + String.format(
                Locale.ROOT,
                ", 95 %%: %.2f – %.2f %%",
                IN_HUNDRED * rate.lower(),
                IN_HUNDRED * rate.upper());
  }

  private static String share(long cases, long of) {
    return of == 0
        ? NOTHING
        : String.format(Locale.ROOT, "%.2f %% (%d / %d)", IN_HUNDRED * cases / of, cases, of);
  }

  private String word(String key) {
    return words.apply("score." + key);
  }
}
