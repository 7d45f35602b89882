package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.natives.NativeCache;
import yomitori.record.StagedFile;

class ReadCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path faxes;
  private Path results;

  @BeforeEach
  void folders() throws IOException {
    faxes = Files.createDirectories(folder.resolve("faxes"));
    results = folder.resolve("results");
    Files.createDirectories(folder.resolve("forms"));
  }

  @Test
  void everyPageEndsAsRecordOrFailureInTheOrderOfThePaths() throws IOException {
    fax("b.tif", "山田医院", PaperRooms.DOUBT);
    fax("a/z.tif", PaperRooms.COVER, PaperRooms.BROKEN, PaperRooms.UNREADABLE);
    fax("c.tif");

    assertThat(read()).isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(rows("records.csv"))
        .containsExactly(
            "a/z.tif 1 not_a_form", "a/z.tif 3 unreadable", "b.tif 1 accepted", "b.tif 2 review");
    assertThat(Files.readString(results.resolve("failed.csv")))
        .contains(
            "a/z.tif,2,Nothing of this page arrived (line 3). Ask the sender to fax it again.\r\n",
            "c.tif,,\"This page, or the whole file, is damaged and cannot be read. Export it once more");
    assertThat(err.toString()).contains("a/z.tif, page 2", "c.tif");
    assertThat(out.toString())
        .contains("4 pages: 1 accepted, 1 to review, 1 unreadable, 1 not a form. Not read: 2.");
  }

  @Test
  void allReadIsExitCodeZero() throws IOException {
    fax("a.tif", "山田医院");

    assertThat(read()).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(PaperRooms.openReaders()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void theFilesAreTheSameWhateverTheNumberOfWorkers(int workers) throws IOException {
    String[] words =
        IntStream.range(0, 60)
            .mapToObj(
                i -> i % 7 == 0 ? PaperRooms.BROKEN : i % 5 == 0 ? PaperRooms.COVER : "医院" + i)
            .toArray(String[]::new);
    fax("big.tif", words);
    fax("small.tif", "最後");
    read("--workers", "1");
    String csv = Files.readString(results.resolve("records.csv"));
    String jsonl = Files.readString(results.resolve("records.jsonl"));
    String failed = Files.readString(results.resolve("failed.csv"));

    read("--workers", Integer.toString(workers));

    assertThat(results.resolve("records.csv")).hasContent(csv);
    assertThat(results.resolve("records.jsonl")).hasContent(jsonl);
    assertThat(results.resolve("failed.csv")).hasContent(failed);
  }

  @ParameterizedTest
  @ValueSource(strings = {PaperRooms.FAULT, PaperRooms.ENDLESS, PaperRooms.HUGE})
  void aPageOnWhichTheProgramFailsIsNamedAndTheOthersAreRead(String word) throws IOException {
    fax("a.tif", "前", word, "後");

    assertThat(read()).isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(rows("records.csv")).containsExactly("a.tif 1 accepted", "a.tif 3 accepted");
    assertThat(Files.readString(results.resolve("failed.csv"))).contains("a.tif,2,");
    assertThat(err.toString()).doesNotContain("\tat ");
    assertThat(results.resolve("yomitori.log")).content().contains("a.tif page 2", "\tat ");
  }

  @Test
  void aPageShortOfMemoryIsReadOnItsOwn() throws IOException {
    fax("a.tif", "前", PaperRooms.SHORT_OF_MEMORY_ONCE, "後");

    assertThat(read("--workers", "2")).isZero();
    assertThat(rows("records.csv")).hasSize(3);
  }

  @Test
  void aMissingLibraryIsExitCodeThreeWithoutATrace() throws IOException {
    fax("a.tif", PaperRooms.NO_LIBRARY);

    assertThat(read()).isEqualTo(ExitCode.SOMETHING_MISSING);
    assertThat(err.toString()).contains("libopencv").doesNotContain("\tat ");
  }

  @Test
  void aMissingPathIsNamedAndTheOthersAreRead() throws IOException {
    fax("a.tif", "山田医院");
    String missing = faxes.resolve("gone.tif").toString();

    assertThat(run("read", missing, faxes.toString(), "--out", results.toString()))
        .isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(Files.readString(results.resolve("failed.csv")))
        .contains("gone.tif,,The file cannot be opened. Check");
    assertThat(rows("records.csv")).containsExactly("a.tif 1 accepted");
  }

  @Test
  void anEmptyFolderIsSaidAndLeavesFilesWithHeadersOnly() throws IOException {
    assertThat(read()).isZero();
    assertThat(err.toString()).contains("There is no file to read there.");
    assertThat(rows("records.csv")).isEmpty();
    assertThat(results.resolve("records.jsonl")).isEmptyFile();
  }

  @Test
  void aFileGivenTwiceIsReadOnce() throws IOException {
    Path fax = fax("a.tif", "山田医院");

    run("read", fax.toString(), faxes.toString(), "--out", results.toString());

    assertThat(rows("records.csv")).hasSize(1);
  }

  @Test
  void foldersAreWalkedThroughLinksButNotRoundInCircles() throws IOException {
    fax("sub/a.tif", "山田医院");
    Files.createSymbolicLink(faxes.resolve("sub/loop"), faxes);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("b.tif"), "鈴木医院\n");
    Files.createSymbolicLink(faxes.resolve("link"), elsewhere);

    assertThat(read()).isZero();
    assertThat(rows("records.csv"))
        .containsExactly("link/b.tif 1 accepted", "sub/a.tif 1 accepted");
  }

  @Test
  void foldersPassOverWhatNoSenderSends() throws IOException {
    fax(".hidden", "x");
    fax("Thumbs.db", "x");
    fax("truth.csv", "x");
    fax("a.tif", "山田医院");
    results = faxes.resolve("results");

    read();
    read();

    assertThat(rows("records.csv")).containsExactly("a.tif 1 accepted");
  }

  @Test
  void whatAnEarlierRunWroteBesideTheFaxesIsNotReadAsFaxes() throws IOException {
    fax("sub/a.tif", "山田医院");
    results = faxes.resolve("earlier");
    read("--overlay");
    fax("earlier/yomitori.log", "x");
    fax("earlier/b.tif", "鈴木医院");
    fax("overlay/c.tif", "橋本医院");
    results = folder.resolve("results");

    assertThat(read()).isZero();
    assertThat(rows("records.csv"))
        .containsExactly(
            "earlier/b.tif 1 accepted", "overlay/c.tif 1 accepted", "sub/a.tif 1 accepted");
  }

  @Test
  void aFolderMayTakeItsOwnResults() throws IOException {
    fax("a.tif", "山田医院");
    results = faxes;

    read("--overlay");
    assertThat(read("--overlay")).isZero();
    assertThat(rows("records.csv")).containsExactly("a.tif 1 accepted");
  }

  /** Only tells something where the tests do not run as root, who may read everything. */
  @Test
  void aHiddenFolderThatMayNotBeReadIsPassedOver() throws IOException {
    fax("a.tif", "山田医院");
    Path hidden = Files.createDirectories(faxes.resolve(".hidden"));
    Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("---------"));

    assertThat(read()).isZero();
    assertThat(rows("records.csv")).containsExactly("a.tif 1 accepted");
  }

  @Test
  void aPictureThatCannotBeWrittenCostsNoRecord() throws IOException {
    fax("a.tif", "山田医院", "鈴木医院");
    read("--overlay");
    List<Path> pictures;
    try (Stream<Path> files = Files.list(results.resolve("overlay"))) {
      pictures = files.toList();
    }
    for (Path picture : pictures) {
      Files.delete(picture);
      Files.createDirectories(picture.resolve("in the way"));
    }
    err.getBuffer().setLength(0);

    assertThat(read("--overlay")).isZero();
    assertThat(rows("records.csv")).hasSize(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("Not every picture");
  }

  @Test
  void picturesOfLongNamesAreWritten() throws IOException {
    fax("𠮷野家" + "医".repeat(70) + "/𠮷" + "院".repeat(75) + ".tif", "山田医院");

    assertThat(read("--overlay")).isZero();
    try (Stream<Path> files = Files.list(results.resolve("overlay"))) {
      assertThat(files)
          .singleElement()
          .extracting(p -> p.getFileName().toString())
          .satisfies(name -> assertThat(name).endsWith(".png").doesNotContain("?"))
          .satisfies(
              name ->
                  assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(150, 199 - 6));
    }
  }

  @Test
  void resultsThatCannotBeWrittenAreSaidClearly() throws IOException {
    fax("a.tif", "山田医院");
    results = Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(read()).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString())
        .contains("cannot be written", "a file of this name stands where a folder is needed")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void aSecondRunIntoTheSameFolderIsRefusedAndTheFirstOneKeepsItsFiles() throws IOException {
    fax("a.tif", "山田医院");
    Path table = Files.createDirectories(results).resolve("records.csv");
    try (StagedFile first = new StagedFile(table)) {
      assertThat(read()).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
      assertThat(err.toString()).contains("another run", "--out").doesNotContain("Exception");
      first.append("first".getBytes(StandardCharsets.UTF_8));
      first.publish();
    }
    assertThat(table).hasContent("first");
    assertThat(read()).isZero();
    assertThat(rows("records.csv")).containsExactly("a.tif 1 accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read --bogus x --out y",
        "read x",
        "read x --out y --workers 0",
        "read x --out y --workers many",
        "read x --out y --encoding ebcdic",
        "read x --out y --form nothing",
        "read x --out y --forms nowhere",
        "read x --out y --lang fr",
        "frobnicate",
        ""
      })
  void wrongCommandLinesAreExitCodeTwo(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1)))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "read x, 指定が足りません: --out DIR",
    "read x --out, 指定が足りません: --out DIR",
    "read --out y, 指定が足りません: PATH",
    "read x --out y --bogus, このオプションまたは引数はありません: --bogus",
    "frobnicate, このオプションまたは引数はありません: frobnicate",
    "read x --out y --out z, 二度指定されています: --out DIR",
    "read x --out y --workers many, --workers N に「many」は指定できません",
    "read x --out y --encoding ebcdic, --encoding NAME に「ebcdic」は指定できません。使えるもの: utf-8",
    "--workers, このオプションまたは引数はありません: --workers"
  })
  void whatIsWrongWithACommandLineIsSaidInTheReadersLanguage(String line, String said) {
    assertThat(run(Locale.JAPANESE, line.split(" ", -1))).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).startsWith(said);
  }

  @Test
  void aCommandLineWithoutACommandAsksForOne() {
    run(Locale.JAPANESE);
    assertThat(err.toString()).startsWith("コマンドを指定してください。");
  }

  @Test
  void librariesThatCannotBeUnpackedAreExitCodeThreeAndSayWhere() throws IOException {
    String before = System.getProperty(NativeCache.SETTING);
    System.setProperty(
        NativeCache.SETTING, Files.writeString(folder.resolve("file"), "").toString());
    try {
      Session session =
          new Session(
              Path.of(""),
              new PrintWriter(out, true),
              new PrintWriter(err, true),
              false,
              new Messages(Locale.ENGLISH),
              Wiring.rooms());
      String[] line = {"read", faxes.toString(), "--out", results.toString()};
      assertThat(Yomitori.commandLine(session).execute(line)).isEqualTo(ExitCode.SOMETHING_MISSING);
    } finally {
      if (before == null) {
        System.clearProperty(NativeCache.SETTING);
      } else {
        System.setProperty(NativeCache.SETTING, before);
      }
    }
    assertThat(err.toString()).contains("YOMITORI_CACHE").doesNotContain("null", "\tat ");
  }

  @Test
  void missingFormsAreExitCodeThree() throws IOException {
    Files.delete(folder.resolve("forms"));

    assertThat(read()).isEqualTo(ExitCode.SOMETHING_MISSING);
    assertThat(err.toString()).contains(folder.resolve("forms").toString());
  }

  @Test
  void overlaysAndTheReviewPageAreDrawnWhereAskedFor() throws IOException {
    fax("<b>.tif", "<i>山田", PaperRooms.COVER, PaperRooms.DOUBT);

    assertThat(read("--overlay")).isZero();

    String html = Files.readString(results.resolve("review.html"));
    assertThat(html)
        .contains("&lt;b&gt;.tif", "&lt;i&gt;山田", "The mark is faint.")
        .doesNotContain("<b>.tif", "<i>");
    try (Stream<Path> pictures = Files.list(results.resolve("overlay"))) {
      assertThat(pictures)
          .hasSize(3)
          .allSatisfy(p -> assertThat(html).contains("overlay/" + p.getFileName()));
    }
  }

  @Test
  void messagesComeInJapanese() throws IOException {
    fax("a.tif", PaperRooms.BROKEN);

    run(Locale.JAPANESE, "read", faxes.toString(), "--out", results.toString());

    assertThat(err.toString()).contains("読み取れません: a.tif 1ページ目");
    assertThat(Files.readString(results.resolve("failed.csv")))
        .contains("まったく届いていません（line 3）。再送信を依頼");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void everyCommandHasHelpInBothLanguages(String language) {
    for (String command : List.of("", "read", "demo", "bench")) {
      String[] line = Stream.of(command, "--help").filter(s -> !s.isEmpty()).toArray(String[]::new);
      assertThat(run(Locale.forLanguageTag(language), line)).isZero();
    }
    boolean japanese = out.toString().codePoints().anyMatch(c -> c == 'を');
    assertThat(japanese).isEqualTo(language.equals("ja"));
    assertThat(out.toString()).contains("--workers", "--no-text", "--rounds");
  }

  private Path fax(String name, String... words) throws IOException {
    Path file = faxes.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, List.of(words));
  }

  private int read(String... options) {
    String[] line = {"read", faxes.toString(), "--out", results.toString()};
    return run(Stream.concat(Arrays.stream(line), Arrays.stream(options)).toArray(String[]::new));
  }

  private int run(String... line) {
    return run(Locale.ENGLISH, line);
  }

  private int run(Locale locale, String... line) {
    Session session =
        new Session(
            folder,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            new Messages(locale),
            PaperRooms.rooms());
    return Yomitori.commandLine(session).execute(line);
  }

  /** Source, page and status of each row. */
  private List<String> rows(String file) throws IOException {
    return Files.readString(results.resolve(file))
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> cells[3] + " " + cells[4] + " " + cells[6])
        .toList();
  }
}
