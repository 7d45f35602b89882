package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesASurveyAndReplacesAFormerOne() {
    Path survey = folder.resolve("survey");
    assertThat(run("--fax", "40", "--web", "30", "--duplicates", "5", "--regional", "100", survey))
        .isZero();
    assertThat(out.toString()).contains("65");
    assertThat(survey.resolve("truth.json")).content().contains("\"counted\" : 65");
    assertThat(survey.resolve("fax.jsonl")).isNotEmptyFile();

    assertThat(run("--fax", "8", "--web", "0", "--duplicates", "0", "--regional", "0", survey))
        .isZero();
    assertThat(survey.resolve("truth.json")).content().contains("\"counted\" : 8");
    assertThat(survey.resolve("prefecture-1.yaml")).doesNotExist();
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws IOException {
    Path letter = Files.writeString(folder.resolve("fax.csv"), "kept");
    assertThat(run(folder)).isEqualTo(2);
    assertThat(err.toString()).contains(letter.toString());
    assertThat(letter).hasContent("kept");
  }

  @Test
  void aSizeThatCannotBeIsAWrongCommandLine() {
    assertThat(run("--fax", "10", "--web", "10", "--duplicates", "3", folder.resolve("x")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("10", "3");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private int run(Object... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "survey";
    all[1] = "--lang";
    all[2] = "en";
    for (int i = 0; i < arguments.length - 1; i++) {
      all[3 + i] = arguments[i].toString();
    }
    all[all.length - 2] = "--out";
    all[all.length - 1] = arguments[arguments.length - 1].toString();
    Session session =
        new Session(
            Path.of(""),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            new Messages(Locale.ENGLISH),
            PaperRooms.rooms());
    return Yomitori.commandLine(session).execute(all);
  }
}
