package yomitori.simulate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingScoreTest {

  private static final String CODE = "0112489";
  private static final String OTHER_CODE = "0112745";

  @TempDir private Path folder;
  private Tables tables;

  @BeforeEach
  void begin() {
    tables = new Tables(folder);
  }

  private void code(String source, String meant, String status, String given) {
    tables
        .truth(source, 1, Map.of("institution_code", meant))
        .record(source, 1, status, Map.of("institution_code", given));
  }

  @Test
  void codesCountWhereSomethingWasWrittenOrAccepted() {
    code("right.tif", CODE, "accepted", CODE);
    code("wrong.tif", CODE, "accepted", OTHER_CODE);
    code("doubt.tif", CODE, "review", CODE);
    code("overlooked.tif", CODE, "accepted", "");
    code("not-read.tif", CODE, "unreadable", "");
    code("empty.tif", "", "accepted", "");
    code("empty-in-doubt.tif", "", "review", OTHER_CODE);
    code("made-up.tif", "", "accepted", OTHER_CODE);

    SubjectScore codes = tables.score().subjects().get(Subject.CODE);

    assertThat(codes).isEqualTo(new SubjectScore(5, 3, 1, 3));
    assertThat(codes.accepted()).isEqualTo(Rate.of(3, 5));
    assertThat(codes.wrongOfAccepted()).isEqualTo(Rate.of(3, 4));
    assertThat(codes.rightOfAccepted()).isEqualTo(Rate.of(1, 4));
  }

  @Test
  void fieldsAreToldApartByWhatTheyAskFor() {
    Map<String, String> answers =
        Map.of(
            "prefecture", "東京都",
            "institution_name", "鈴木医院",
            "respondent_name", "太田茂",
            "q3.initial_cost", "30",
            "q1.other", "検討中");
    Score score = tables.truth("a.tif", 1, answers).record("a.tif", 1, "accepted", answers).score();

    SubjectScore one = new SubjectScore(1, 1, 0, 0);
    assertThat(score.subjects())
        .containsExactly(
            Map.entry(Subject.CODE, SubjectScore.NONE),
            Map.entry(Subject.PREFECTURE, one),
            Map.entry(Subject.INSTITUTION, one),
            Map.entry(Subject.PERSON, one),
            Map.entry(Subject.AMOUNT, one));
  }

  @Test
  void freeLinesAreSplitByScriptAndStampsStandApart() throws IOException {
    Map<String, String> meant =
        Map.of(
            "institution_name", "鈴木医院",
            "respondent_name", "太田茂",
            "q1.other", "検討中です",
            "q2.other", "未定",
            "prefecture", "東京都");
    Map<String, String> given =
        Map.of(
            "institution_name", "鈴木医",
            "respondent_name", "太田茂",
            "q1.other", "検計中てす",
            "q2.other", "",
            "prefecture", "東京部");
    Score score =
        tables
            .truth("a.tif", 1, meant)
            .record("a.tif", 1, "review", given)
            .beside(
                "fields.csv",
                "source,page,field,place,kind,meant,visible,on_page,effects",
                row("institution_name", "鈴木医院", "script_klee ballpoint stamp"),
                row("respondent_name", "太田茂", "script_print"),
                row("q1.other", "検討中です", "script_kiloji felt"),
                row("q2.other", "未定", "script_kiloji felt"),
                row("prefecture", "東京都", "script_kiloji felt"))
            .score();

    assertThat(score.scripts())
        .extracting(s -> s.group() + " " + s.script() + " " + s.lines().all())
        .containsExactly(
            "TYPED print Characters[meant=3, edits=0]",
            "STAMPED stamp Characters[meant=4, edits=1]",
            "HELD_OUT kiloji Characters[meant=7, edits=4]");
    assertThat(score.characters(ScriptGroup.HELD_OUT)).isEqualTo(new TextScore.Characters(7, 4));
    assertThat(score.characters(ScriptGroup.TUNED)).isEqualTo(new TextScore.Characters(0, 0));
    Path json = folder.resolve("score.json");
    ScoreJson.write(json, score);
    assertThat(json)
        .content()
        .containsSubsequence("\"subjects\"", "\"prefecture\"", "\"accepted_rate\"", "\"scripts\"")
        .containsSubsequence(
            "\"script\" : \"kiloji\"", "\"group\" : \"held_out\"", "\"edits\" : 4");
  }

  @Test
  void withoutWordOfTheHandThereAreNoScripts() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("respondent_name", "太田茂"))
            .record("a.tif", 1, "accepted", Map.of("respondent_name", "太田茂"))
            .score();

    assertThat(score.scripts()).isEmpty();
  }

  private static String row(String field, String meant, String effects) {
    return "a.tif,1," + field + "," + field + ",text," + meant + ",1,1," + effects;
  }
}
