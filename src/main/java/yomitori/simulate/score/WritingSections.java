package yomitori.simulate.score;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Written fields: by kind, by what they ask for, and lines by their script. */
final class WritingSections {

  private final AccuracyTables tables;

  private WritingSections(AccuracyTables tables) {
    this.tables = tables;
  }

  static void write(AccuracyTables tables) {
    WritingSections sections = new WritingSections(tables);
    sections.texts();
    sections.subjects();
    sections.scripts();
  }

  private void texts() {
    tables.heading("Writing");
    for (Kind kind : Kind.values()) {
      if (kind.written()) {
        tables.row(
            kind.word() + ": exact, of those written", s -> text(s, kind, WritingSections::exact));
        tables.row(
            kind.word() + ": exact, of those written and accepted",
            s -> text(s, kind, WritingSections::acceptedExact));
        tables.row(
            kind.word() + ": character error rate",
            s -> text(s, kind, t -> Shown.percent(t.all().errorRate(), 2)));
        tables.row(
            kind.word() + ": character error rate of those accepted",
            s -> text(s, kind, t -> Shown.percent(t.accepted().errorRate(), 2)));
      }
    }
    tables.row(
        "comb: single digits right",
        s -> text(s, Kind.COMB, t -> Shown.share(t.digits().right(), t.digits().meant())));
    tables.row(
        "comb: single digits right, of those accepted",
        s ->
            text(
                s,
                Kind.COMB,
                t -> Shown.share(t.acceptedDigits().right(), t.acceptedDigits().meant())));
  }

  private static String exact(TextScore text) {
    return Shown.share(text.exact(), text.written());
  }

  private static String acceptedExact(TextScore text) {
    return Shown.share(text.acceptedExact(), text.acceptedWritten());
  }

  private static String text(Score score, Kind kind, Function<TextScore, String> figure) {
    TextScore text = score.texts().get(kind);
    return text == null ? Shown.NOTHING : figure.apply(text);
  }

  private void subjects() {
    tables.heading("Writing by what is asked for");
    for (Subject subject : Subject.values()) {
      for (ListUse list : ListUse.of(subject, tables.withList())) {
        subject(subject, list, ": accepted, of those written", SubjectScore::accepted);
        subject(subject, list, ": wrong, of those accepted", SubjectScore::wrongOfAccepted);
      }
    }
  }

  private void subject(
      Subject subject, ListUse list, String what, Function<SubjectScore, Rate> figure) {
    tables.rowOfBoth(
        subject.word() + what + list.words(),
        both -> Shown.rate(figure.apply(list.of(both, subject))));
  }

  private void scripts() {
    Map<String, ScriptGroup> scripts = new TreeMap<>();
    tables
        .asRead()
        .flatMap(score -> score.scripts().stream())
        .forEach(script -> scripts.put(script.script(), script.group()));
    if (scripts.isEmpty()) {
      return;
    }
    tables.heading("Free lines by script: character error rate; lines exact");
    scripts.entrySet().stream()
        .sorted(Map.Entry.<String, ScriptGroup>comparingByValue().thenComparing(Map.Entry::getKey))
        .forEach(script -> script(script.getKey(), script.getValue()));
  }

  private void script(String script, ScriptGroup group) {
    for (ListUse list : ListUse.all(tables.withList())) {
      tables.rowOfBoth(
          "`" + script + "`, " + group.shown() + list.words(),
          both -> list.of(both).map(score -> line(score, script)).orElse(Shown.NOTHING));
    }
  }

  private static String line(Score score, String script) {
    return score.scripts().stream()
        .filter(s -> s.script().equals(script))
        .map(ScriptScore::lines)
        .map(
            lines ->
                Shown.share(lines.all().edits(), lines.all().meant())
                    + "; "
                    + Shown.counts(lines.exact(), lines.written()))
        .findFirst()
        .orElse(Shown.NOTHING);
  }
}
