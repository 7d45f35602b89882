package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {

  private static final Path TRUTH = Path.of("testdata/demo/truth.csv");

  @TempDir private Path folder;
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

  /** The truth as records: what is scored then must be perfect. */
  private Path perfect() throws IOException {
    List<String> rows = Files.readAllLines(TRUTH);
    Path records = folder.resolve("records.csv");
    StringBuilder csv = new StringBuilder("\ufeffstatus," + rows.get(0) + "\r\n");
    rows.stream().skip(1).forEach(row -> csv.append("accepted,").append(row).append("\r\n"));
    Files.writeString(records, csv);
    Files.copy(TRUTH, folder.resolve("truth.csv"));
    return records;
  }

  @Test
  void recordsThatAreTheTruthAreAllRight() throws IOException {
    Path records = perfect();
    Path json = folder.resolve("score.json");
    Path html = folder.resolve("score.html");

    assertThat(run("--records", "" + records, "--json", "" + json, "--html", "" + html)).isZero();
    assertThat(out.toString())
        .contains("14 pages hold a form: 14 accepted, 0 to review")
        .contains("0.000 % (0 / 3")
        .containsPattern("(?s)Writing by what is asked for.*prefecture +13 +13 +100.00 % +0 +0\n");
    assertThat(json).content().contains("\"wrong\" : 0").doesNotContain("\"wrong\" : 1");
    assertThat(html).content().contains("None.");
  }

  @Test
  void whatIsWrongInATableIsAWrongCommandLineWithFileAndLine() throws IOException {
    Path records = perfect();
    Files.writeString(records, Files.readString(records).replaceFirst("accepted,", "perhaps,"));

    assertThat(run("--records", "" + records)).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains(records + ":2: ", "\"perhaps\"").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"records.jsonl", "records.csv"})
  void aTableThatCannotBeReadIsSaidInWords(String name) throws IOException {
    Files.move(perfect(), folder.resolve("elsewhere.csv"));
    Path records = Files.createDirectories(folder.resolve(name));

    assertThat(run("--records", "" + records)).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString())
        .contains(records + ": the file cannot be read: it is a folder")
        .doesNotContain("Exception");
  }

  @Test
  void anUnknownFormIsAWrongCommandLine() throws IOException {
    assertThat(run("--records", "" + perfect(), "--form", "no-such")).isEqualTo(2);
    assertThat(err.toString()).contains("no-such", "jma-onshi-2022");
  }

  private int run(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "evaluate";
    arguments[1] = "--truth";
    arguments[2] = folder.resolve("truth.csv").toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    Session session =
        new Session(
            Path.of(""),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            new Messages(Locale.ENGLISH),
            PaperRooms.rooms());
    return Yomitori.commandLine(session).execute(arguments);
  }
}
