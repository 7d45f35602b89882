package yomitori.simulate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.simulate.line.LineProfile;

class AccuracyDocumentTest {

  private static final int PAGES = 40;
  private static final int CODES = 10;
  private static final String CODE = "0112489";
  private static final AccuracyOrigin ORIGIN =
      new AccuracyOrigin("./yomitori scoreboard", "abc", Optional.empty());

  @TempDir private Path folder;

  /** Half the pages are skewed, and only there marks are lost. */
  private Score skewedPagesLoseMarks() {
    Tables tables = new Tables(folder);
    String[] effects =
        Stream.concat(
                Stream.of("source,page,effect,level,parameters"),
                Stream.iterate(0, i -> i < PAGES, i -> i + 2).map(i -> i + ".tif,1,skew,strong,"))
            .toArray(String[]::new);
    for (int i = 0; i < PAGES; i++) {
      tables.truth(i + ".tif", 1, Map.of("q1.none", "1"));
      tables.record(i + ".tif", 1, "accepted", Map.of("q1.none", i % 2 == 0 ? "0" : "1"));
    }
    return tables.beside("effects.csv", effects).score();
  }

  @Test
  void namesTheFieldAndTheEffectThatCostMost() {
    assertThat(WeakSpots.ofMarks(skewedPagesLoseMarks()))
        .extracting(spot -> spot.cause() + " " + spot.name() + " " + spot.level())
        .containsExactlyInAnyOrder("FIELD q1.none NONE", "LINE skew STRONG");
  }

  @Test
  void setsFiguresBesideGoalsAndMarksThoseThatFallShort() {
    Map<LineProfile, ProfileScores> scores =
        Map.of(LineProfile.HARSH, ProfileScores.withoutList(skewedPagesLoseMarks()));

    assertThat(AccuracyDocument.of(scores, ORIGIN, "accuracy.json"))
        .contains("| marks decided wrongly, of those decided | **1 in 46** | goal ≤ 1 in 1,000 |")
        .contains("| forms not read | 0.0 % | goal ≤ 1.0 % |")
        .contains("- Marks on pages where `skew` acted strongly: 20 of 460 accepted wrongly")
        .contains("Code: abc.")
        .isEqualTo(AccuracyDocument.of(scores, ORIGIN, "accuracy.json"));
  }

  /** Ten codes written; so many are accepted, the first of them with a wrong digit. */
  private static Score codes(Path folder, int accepted) throws IOException {
    Tables tables = new Tables(Files.createDirectories(folder));
    for (int i = 0; i < CODES; i++) {
      String given = i == 0 ? "0112480" : CODE;
      tables.truth(i + ".tif", 1, Map.of("institution_code", CODE));
      tables.record(
          i + ".tif", 1, i < accepted ? "accepted" : "review", Map.of("institution_code", given));
    }
    return tables.score();
  }

  @Test
  void codesStandTwiceWithTheListAndWithoutEachBesideItsOwnGoal() throws IOException {
    ProfileScores fine =
        new ProfileScores(
            Optional.of(codes(folder.resolve("with"), 9)), codes(folder.resolve("without"), 8));

    assertThat(AccuracyDocument.of(Map.of(LineProfile.FINE, fine), ORIGIN, "accuracy.json"))
        .contains("| codes accepted (with the list) | **90.0 % (9 / 10)** | goal ≥ 95 % |")
        .contains(
            "| codes wrong, of those accepted (with the list) | **1 in 9 (1 / 9)** | goal ≤ 1 in 2,000 |")
        .contains("| codes accepted (without a list) | 80.0 % (8 / 10) | goal ≥ 80 % |")
        .contains("| code: accepted, of those written (without a list) | 80.000 % (8 / 10; ");
  }

  @Test
  void withoutAListOnlyFiguresWithoutItAreThereAndNoGoalWhereNoneIsSet() throws IOException {
    ProfileScores clean = ProfileScores.withoutList(codes(folder, 8));

    assertThat(AccuracyDocument.of(Map.of(LineProfile.CLEAN, clean), ORIGIN, "accuracy.json"))
        .contains("| codes accepted (without a list) | 80.0 % (8 / 10) | |")
        .doesNotContain("with the list");
  }

  @Test
  void charactersOfTypeAndOfUnseenHandwritingStandBesideTheirGoals() {
    Score score =
        new Tables(folder)
            .truth("a.tif", 1, Map.of("respondent_name", "太田茂", "q1.other", "検討中です"))
            .record("a.tif", 1, "review", Map.of("respondent_name", "大田茂", "q1.other", "検討中てす"))
            .beside(
                "fields.csv",
                "source,page,field,place,kind,meant,visible,on_page,effects",
                "a.tif,1,respondent_name,respondent_name,text,太田茂,1,1,script_print",
                "a.tif,1,q1.other,q1.other,text,検討中です,1,1,script_kouzan felt")
            .score();

    assertThat(
            AccuracyDocument.of(
                Map.of(LineProfile.STANDARD, ProfileScores.withoutList(score)),
                ORIGIN,
                "accuracy.json"))
        .contains(
            "| typed lines, characters wrong (without a list) | **33.3 % (1 / 3)** | goal ≤ 5 % |",
            "| handwriting not tuned on, characters wrong (without a list) | 20.0 % (1 / 5) | goal ≤ 25 % |",
            "| `kouzan`, handwriting not tuned on (without a list) | 20.00 % (1 / 5); 0 / 1 |");
  }
}
