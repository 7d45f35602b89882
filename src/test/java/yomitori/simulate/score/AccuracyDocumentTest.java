package yomitori.simulate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.simulate.line.LineProfile;

class AccuracyDocumentTest {

  private static final int PAGES = 40;

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
    Map<LineProfile, Score> scores = Map.of(LineProfile.HARSH, skewedPagesLoseMarks());

    assertThat(AccuracyDocument.of(scores, "./yomitori scoreboard", "abc"))
        .contains("| marks decided wrongly, of those decided | **1 in 46** | goal ≤ 1 in 1,000 |")
        .contains("| forms not read | 0.0 % | goal ≤ 1.0 % |")
        .contains("- Marks on pages where `skew` acted strongly: 20 of 460 accepted wrongly")
        .contains("Code: abc.")
        .isEqualTo(AccuracyDocument.of(scores, "./yomitori scoreboard", "abc"));
  }
}
