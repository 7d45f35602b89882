package yomitori.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.form.FormLibrary;
import yomitori.intake.Intake;
import yomitori.simulate.score.Evaluation;
import yomitori.simulate.score.Score;

class ScorePageTest {

  private static final Path FAXES = Path.of("testdata/demo");
  private static final String FAX = "fax-20221115-0912.tif";

  @TempDir private Path folder;

  /** A demo fax whose first name was read as a script and whose third box was read as empty. */
  private Score mistaken() throws IOException {
    String[] lines =
        Files.readAllLines(FAXES.resolve("truth.csv")).stream()
            .filter(line -> line.startsWith("source") || line.startsWith(FAX))
            .toArray(String[]::new);
    Path truth = folder.resolve("truth.csv");
    Files.writeString(truth, String.join("\n", lines) + "\n");
    Files.copy(FAXES.resolve(FAX), folder.resolve(FAX));
    String box = "{\"page\":1,\"x\":151,\"y\":1100,\"w\":31,\"h\":30}";
    String fields =
        new FormLibrary(Path.of("forms"))
            .load("jma-onshi-2022").fields().stream()
                .map(
                    f ->
                        String.format(
                            "\"%s\":{\"value\":\"%s\",\"confidence\":0.99,"
                                + "\"decision\":\"accepted\",\"alternatives\":[],\"reason\":null,"
                                + "\"box\":%s}",
                            f.id(),
                            f.id().equals("respondent_name") ? "<script>x</script>" : "0",
                            box))
                .collect(Collectors.joining(","));
    Path records = folder.resolve("records.jsonl");
    Files.writeString(
        records,
        "{\"form\":\"jma-onshi-2022\",\"source\":\""
            + FAX
            + "\",\"page\":1,\"status\":\"accepted\",\"fields\":{"
            + fields
            + "}}\n");
    return Evaluation.of(
        truth,
        records,
        StandardCharsets.UTF_8,
        new FormLibrary(Path.of("forms")),
        Optional.empty());
  }

  @Test
  void showsMistakesAsCropsAndNothingFromOutside() throws IOException {
    Path page = folder.resolve("score.html");

    ScorePage.write(page, Locale.ENGLISH, mistaken(), Intake::open);

    assertThat(page)
        .content()
        .contains("data:image/png;base64,", "<svg", "Wrong marks that were accepted")
        .contains("Writing by what is asked for", "<td>institution&#39;s name</td>")
        .contains("&lt;script&gt;x&lt;/script&gt;")
        .doesNotContain("<script", "http:", "https:");
  }

  @Test
  void speaksJapaneseAndDoesWithoutFaxesThatAreGone() throws IOException {
    Score score = mistaken();
    Files.delete(folder.resolve(FAX));
    Path page = folder.resolve("score.html");

    ScorePage.write(page, Locale.JAPANESE, score, Intake::open);

    assertThat(page).content().contains("読取結果と正解の比較", "画像なし").doesNotContain("<img");
  }
}
