package yomitori.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import yomitori.simulate.score.Kind;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.ScriptScore;
import yomitori.simulate.score.Subject;
import yomitori.simulate.score.SubjectScore;
import yomitori.simulate.score.TextScore;

/** How written fields were read, as tables on the terminal. */
final class WritingOutput {

  private final Session session;
  private final Score score;

  private WritingOutput(Session session, Score score) {
    this.session = session;
    this.score = score;
  }

  static void print(Session session, Score score) {
    WritingOutput output = new WritingOutput(session, score);
    output.kinds();
    output.subjects();
    output.scripts();
  }

  private void kinds() {
    if (score.texts().isEmpty()) {
      return;
    }
    TextTable table =
        begin("texts", "kind", "written", "exact", "filled", "cer", "cer.accepted", "digits");
    for (Map.Entry<Kind, TextScore> entry : score.texts().entrySet()) {
      TextScore text = entry.getValue();
      table.add(
          List.of(
              word("kind." + entry.getKey().word()),
              "" + text.written(),
              Figures.share(text.exact(), text.written()),
              "" + text.filledIn(),
              characterErrors(text.all()),
              characterErrors(text.accepted()),
              Figures.share(text.digits().right(), text.digits().meant())));
    }
    print(table);
  }

  private void subjects() {
    if (score.subjects().isEmpty()) {
      return;
    }
    TextTable table =
        begin("subjects", "subject", "written", "accepted", "accepted.share", "wrong", "filled");
    for (Map.Entry<Subject, SubjectScore> entry : score.subjects().entrySet()) {
      SubjectScore subject = entry.getValue();
      table.add(
          List.of(
              word("subject." + entry.getKey().word()),
              "" + subject.written(),
              "" + subject.acceptedWritten(),
              Figures.share(subject.acceptedWritten(), subject.written()),
              "" + subject.wrong(),
              "" + subject.filledIn()));
    }
    print(table);
  }

  private void scripts() {
    if (score.scripts().isEmpty()) {
      return;
    }
    TextTable table =
        begin("scripts", "script", "group", "written", "exact", "characters", "edits", "cer");
    for (ScriptScore script : score.scripts()) {
      TextScore lines = script.lines();
      table.add(
          List.of(
              script.script(),
              word("script.group." + script.group().word()),
              "" + lines.written(),
              Figures.share(lines.exact(), lines.written()),
              "" + lines.all().meant(),
              "" + lines.all().edits(),
              characterErrors(lines.all())));
    }
    print(table);
  }

  private static String characterErrors(TextScore.Characters characters) {
    return Figures.share(characters.edits(), characters.meant());
  }

  private TextTable begin(String heading, String... columns) {
    session.out().println();
    session.say("score.heading." + heading);
    return TextTable.ofNumbers(
        Stream.of(columns).map(column -> word("score.column." + column)).toList());
  }

  private String word(String key) {
    return session.messages().text(key);
  }

  private void print(TextTable table) {
    table.lines().forEach(session.out()::println);
  }
}
