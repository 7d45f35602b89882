package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yomitori.simulate.line.EffectKind;

class SimulateCommandTest {

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void writesTheFaxesAndTheirTruth() throws IOException {
    Path out = folder.resolve("out");
    Path sheet = folder.resolve("sheet.png");
    int code = run("--count", "2", "--line", "clean", "--out", "" + out, "--sheet", "" + sheet);
    assertThat(code).isZero();
    assertThat(out.resolve("fax-00001.tif")).isNotEmptyFile();
    assertThat(out.resolve("fax-00002.tif")).isNotEmptyFile();
    assertThat(sheet).isNotEmptyFile();
    assertThat(Files.readAllLines(out.resolve("truth.csv")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("source,page,form,prefecture,institution_name,institution_code");
    assertThat(Files.readAllLines(out.resolve("effects.csv"))).hasSizeGreaterThan(5);
    assertThat(Files.readAllLines(out.resolve("fields.csv"))).hasSizeGreaterThan(3);
    assertThat(Files.readAllLines(out.resolve("geometry.csv"))).hasSizeGreaterThan(300);
  }

  @Test
  void aFolderOfFaxesThatSomebodyElsePutThereIsLeftAlone() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Path fax = Files.writeString(inbox.resolve("fax-00017.tif"), "received");
    Path truth = Files.writeString(inbox.resolve("truth.csv"), "keyed by hand");

    assertThat(run("--count", "1", "--out", "" + inbox)).isEqualTo(2);

    assertThat(err.toString()).contains("fax-00017.tif");
    assertThat(fax).hasContent("received");
    assertThat(truth).hasContent("keyed by hand");
  }

  @Test
  void aContactSheetThatIsNoPngIsAWrongCommandLine() {
    Path out = folder.resolve("out");
    assertThat(run("--out", "" + out, "--sheet", "" + out.resolve("truth.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("truth.csv").contains(".png");
    assertThat(out).doesNotExist();
  }

  @Test
  void anUnknownLineIsAWrongCommandLine() {
    assertThat(run("--line", "wet string", "--out", "" + folder.resolve("x"))).isEqualTo(2);
    assertThat(err.toString()).contains("wet string").contains("harsh");
  }

  @Test
  void aCountOfNoneIsAWrongCommandLine() {
    assertThat(run("--count", "0", "--out", "" + folder.resolve("x"))).isEqualTo(2);
    assertThat(err.toString()).contains("0");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void anUnknownFormIsAWrongCommandLine() {
    CommandLine command = new CommandLine(command()).setErr(new PrintWriter(err));
    assertThat(command.execute("--form", "no-such", "--out", "" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains("no-such").contains("jma-onshi-2022");
  }

  @Test
  void theSameSeedGivesTheSameFilesOnHoweverManyCores() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(run("--count", "9", "--seed", "3", "--line", "harsh", "--out", "" + one)).isZero();
    assertThat(run("--count", "9", "--seed", "3", "--line", "harsh", "--out", "" + two)).isZero();
    assertThat(names(two)).isEqualTo(names(one)).noneMatch(name -> name.endsWith(".part"));
    for (String name : names(one)) {
      assertThat(two.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
    }
  }

  @Test
  void eachFormIsListedOnceOrTwiceAndOnePageFilesHoldOneEach() throws IOException {
    Path out = folder.resolve("out");
    assertThat(run("--count", "5", "--one-page-files", "--out", "" + out)).isZero();
    assertThat(names(out)).filteredOn(name -> name.startsWith("fax-")).hasSize(5);
    assertThat(Files.readAllLines(out.resolve("truth.csv"))).hasSize(6);
  }

  @Test
  void onlyTheNamedEffectsActAndTheOthersAreAsTheyWere() throws IOException {
    Path all = folder.resolve("all");
    Path only = folder.resolve("only");
    assertThat(run("--count", "2", "--line", "harsh", "--out", "" + all)).isZero();
    String skew = "skew,specks";
    assertThat(run("--count", "2", "--line", "harsh", "--only", skew, "--out", "" + only)).isZero();
    List<String> rows = Files.readAllLines(only.resolve("effects.csv"));
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(rows.subList(1, rows.size())).allMatch(row -> row.matches(".*,(skew|specks),.*"));
    assertThat(Files.readAllLines(all.resolve("effects.csv"))).containsAll(rows);
  }

  @Test
  void anUnknownEffectIsAWrongCommandLine() {
    assertThat(run("--without", "skew,rain", "--out", "" + folder.resolve("x"))).isEqualTo(2);
    assertThat(err.toString()).contains("rain").contains("uneven_feed");
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");
    Files.writeString(folder.resolve("truth.csv"), "old");
    assertThat(run("--count", "1", "--out", "" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains(letter.toString());
    assertThat(folder.resolve("truth.csv")).hasContent("old");
  }

  @Test
  void aFormerRunIsReplaced() throws IOException {
    Files.writeString(folder.resolve("fax-00007.tif"), "old");
    Files.writeString(folder.resolve("truth.csv.part"), "old");
    Files.writeString(folder.resolve("geometry.csv.part"), "old");
    assertThat(run("--count", "1", "--line", "clean", "--out", "" + folder)).isZero();
    assertThat(names(folder)).doesNotContain("fax-00007.tif", "truth.csv.part");
  }

  @Test
  void everyEffectIsDescribedInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      ResourceBundle bundle = ResourceBundle.getBundle(Messages.SIMULATE, locale);
      for (String name : EffectKind.names()) {
        assertThat(bundle.getString("effect." + name)).isNotBlank();
        assertThat(bundle.getString("effect." + name + ".strong")).isNotBlank();
      }
    }
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(command()).setOut(new PrintWriter(out));
    assertThat(command.execute("--effects")).isZero();
    assertThat(out.toString()).contains(EffectKind.names());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private SimulateCommand command() {
    PrintWriter silent = new PrintWriter(new StringWriter());
    Messages messages = new Messages(Locale.ENGLISH);
    return new SimulateCommand(
        new Session(Path.of(""), silent, silent, false, messages, PaperRooms.rooms()));
  }

  private int run(String... arguments) {
    CommandLine command =
        new CommandLine(command())
            .setErr(new PrintWriter(err))
            .setOut(new PrintWriter(new StringWriter()));
    String[] all = new String[arguments.length + 2];
    all[0] = "--form";
    all[1] = "jma-onshi-2022";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return command.execute(all);
  }
}
