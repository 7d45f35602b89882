package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FormCommandTest {

  private static final String SHIPPED = "forms/jma-onshi-2022/form.yaml";

  @TempDir private Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Locale before;

  @BeforeEach
  void speakEnglish() {
    before = Locale.getDefault();
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void checkingAFineFormSaysSo() {
    assertThat(run("check", SHIPPED)).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines(SHIPPED + ": no mistakes");
  }

  @Test
  void checkingNamesEveryMistakeWithFileAndLine() throws IOException {
    Path broken = temp.resolve("broken.yaml");
    Files.writeString(
        broken,
        Files.readString(Path.of(SHIPPED))
            .replace("version:", "vresion:")
            .replace("sheet: [210, 297]", "sheet: [210]"));

    assertThat(run("check", broken.toString())).isEqualTo(2);
    assertThat(out.toString().lines())
        .containsExactly(
            broken + ":4: \"version\" is missing",
            broken + ":5: unknown key \"vresion\"; did you mean \"version\"?",
            broken + ":7: \"sheet\" must be [width, height]");
  }

  @Test
  void mistakesAreNamedInJapaneseForAJapaneseReader() {
    Locale.setDefault(Locale.JAPAN);

    assertThat(run("check", "nowhere.yaml")).isEqualTo(2);
    assertThat(out.toString()).isEqualToIgnoringNewLines("nowhere.yaml:1: ファイルがありません");
  }

  @Test
  void drawingWritesTheShippedBlank() throws IOException {
    Path pdf = temp.resolve("blank.pdf");

    assertThat(run("draw", "jma-onshi-2022", "--out", pdf.toString())).isZero();
    assertThat(pdf).hasSameBinaryContentAs(Path.of("forms/jma-onshi-2022/blank.pdf"));
  }

  @Test
  void drawingAFormThatIsNotThereNamesThoseThatAre() {
    assertThat(run("draw", "nothing", "--out", temp.resolve("x.pdf").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no form \"nothing\" in forms", "jma-onshi-2022");
    assertThat(temp.resolve("x.pdf")).doesNotExist();
  }

  @Test
  void drawingABrokenFormNamesItsMistakes() throws IOException {
    Files.createDirectories(temp.resolve("broken"));
    Files.writeString(temp.resolve("broken/form.yaml"), "id: broken\n");

    assertThat(
            run(
                "draw",
                "broken",
                "--forms",
                temp.toString(),
                "--out",
                temp.resolve("x").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("form.yaml:1: \"version\" is missing");
  }

  @Test
  void drawingToAPlaceThatCannotBeWrittenSaysWhich() {
    String nowhere = temp.resolve("no/such/folder/x.pdf").toString();

    assertThat(run("draw", "jma-onshi-2022", "--out", nowhere)).isEqualTo(2);
    assertThat(err.toString())
        .contains(nowhere + " cannot be written", "no such file or folder")
        .doesNotContain("Exception");
  }

  @Test
  void helpSpeaksTheReadersLanguage() {
    assertThat(run("draw", "--help")).isZero();
    assertThat(out.toString()).contains("Draws the blank of a form", "Exit codes:");

    Locale.setDefault(Locale.JAPAN);
    assertThat(run("draw", "--help")).isZero();
    assertThat(out.toString()).contains("白紙の調査票を", "終了コード:", "書き出す PDF");
  }

  private int run(String... arguments) {
    return new CommandLine(new FormCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
