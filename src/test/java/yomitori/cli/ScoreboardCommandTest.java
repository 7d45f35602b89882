package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clean fax at a time, boxes and digits only: what is scored, not how well it is read. */
class ScoreboardCommandTest {

  private static final String LISTED = "0112489";
  private static final String ALSO_LISTED = "0112745";
  private static final String KEPT = "Kept from an earlier run";

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void withAListRespondentsAreFromItAndEachLineIsScoredWithItAndWithout() throws IOException {
    scoreboard("--masters", list("list.csv", LISTED));

    Path line = folder.resolve("work/clean");
    assertThat(line.resolve("faxes/truth.csv")).content().contains("北海道", "愛全病院", LISTED);
    assertThat(folder.resolve("accuracy.md"))
        .content()
        .contains("--count 1 --profiles clean --masters list.csv --no-text\n")
        .contains("from a list of institutions: list.csv, 1 institutions, digest ")
        .contains("| codes accepted (with the list) |", "| codes accepted (without a list) |")
        .doesNotContain("" + folder);
    JsonNode clean =
        new ObjectMapper().readTree(folder.resolve("accuracy.json").toFile()).path("clean");
    for (String way : List.of("with_list", "without_list")) {
      assertThat(clean.path(way).path("subjects").path("code").path("written").asInt()).isOne();
    }

    Path lines = line.resolve("records/records.jsonl");
    Path without = line.resolve("records-without-list/records.jsonl");
    assertThat(Files.readAllBytes(without)).isNotEqualTo(Files.readAllBytes(lines));
    execute("redecide", "--records", "" + lines, "--out", "" + folder.resolve("anew"));
    assertThat(folder.resolve("anew/records.jsonl")).hasSameBinaryContentAs(without);
  }

  @Test
  void whatIsThereIsKeptOnlyForTheSameList() throws IOException {
    scoreboard("--masters", list("list.csv", LISTED));
    assertThat(said.toString()).doesNotContain(KEPT);

    scoreboard("--masters", list("moved.csv", LISTED));
    assertThat(said.toString().split(KEPT, -1)).as("faxes and records").hasSize(3);

    said.getBuffer().setLength(0);
    scoreboard("--masters", list("list.csv", ALSO_LISTED));
    assertThat(said.toString()).doesNotContain(KEPT);

    scoreboard();
    assertThat(said.toString()).doesNotContain(KEPT);
    assertThat(folder.resolve("accuracy.md"))
        .content()
        .contains("| codes accepted (without a list) |")
        .doesNotContain("with the list");
  }

  @Test
  void aDocumentThatCannotBeWrittenIsSaidBeforeAnythingIsRead() throws IOException {
    for (String file : List.of("accuracy.md", "accuracy.json")) {
      Path taken = Files.createDirectories(folder.resolve(file));
      said.getBuffer().setLength(0);
      assertThat(
              code(
                  "scoreboard",
                  "--work",
                  "" + folder.resolve("work"),
                  "--out",
                  "" + folder.resolve("accuracy.md")))
          .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
      assertThat(said.toString())
          .containsOnlyOnce(taken + ": it is a folder")
          .doesNotContain(taken + ": " + taken)
          .doesNotContain("Exception");
      Files.delete(taken);
    }
    said.getBuffer().setLength(0);
    Path root = folder.toAbsolutePath().getRoot();
    assertThat(code("scoreboard", "--work", "" + folder.resolve("work"), "--out", "" + root))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(said.toString()).contains(root + ": it is a folder");
    assertThat(folder.resolve("work")).doesNotExist();
    assertThat(folder).isEmptyDirectory();
  }

  private String list(String name, String code) throws IOException {
    Path list = folder.resolve(name);
    Files.writeString(list, "pref,code,name\n01," + code + ",医療法人 愛全病院\n");
    return list.toString();
  }

  private void scoreboard(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("scoreboard", "--count", "1", "--profiles", "clean", "--no-text"));
    arguments.addAll(List.of("--work", "" + folder.resolve("work")));
    arguments.addAll(List.of("--out", "" + folder.resolve("accuracy.md")));
    arguments.addAll(Arrays.asList(more));
    execute(arguments.toArray(new String[0]));
  }

  private void execute(String... arguments) {
    assertThat(code(arguments)).as(said.toString()).isZero();
  }

  private int code(String... arguments) {
    PrintWriter writer = new PrintWriter(said, true);
    Session session =
        new Session(
            Path.of(""), writer, writer, false, new Messages(Locale.ENGLISH), Wiring.rooms());
    return Yomitori.commandLine(session).execute(arguments);
  }
}
