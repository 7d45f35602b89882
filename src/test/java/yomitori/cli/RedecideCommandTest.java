package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.mark.MarkReading;
import yomitori.record.CsvEncoding;
import yomitori.record.Failure;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordFiles;
import yomitori.register.Fit;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.resolve.MarkMeasure;
import yomitori.resolve.Resolver;
import yomitori.text.TextReading;

class RedecideCommandTest {

  private static final Form FORM = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");
  private static final int RECORDS = 40;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @EnumSource(CsvEncoding.class)
  void withoutNewSettingsEveryFileIsTheSameByteForByte(CsvEncoding encoding) throws IOException {
    write(encoding, new Resolver());

    String name = encoding == CsvEncoding.UTF_8 ? "utf-8" : "windows-31j";
    assertThat(run(folder.resolve("new"), "--encoding", name)).isZero();

    for (String file : RecordFiles.NAMES) {
      assertThat(folder.resolve("new").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("old").resolve(file));
    }
    assertThat(folder.resolve("new").toFile().list()).hasSize(RecordFiles.NAMES.size());
    assertThat(out.toString())
        .contains(
            "0 answers changed", "anything changed: 0", "41 records: 40 decided anew", "1 pages");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void phrasesThatOperatorsTypedMendWhatWasRead() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path phrases = Files.writeString(folder.resolve("phrases.txt"), "q1.other\t院長が入院中\n");

    assertThat(run(folder.resolve("new"), "--list", "--phrases", phrases.toString())).isZero();

    assertThat(out.toString())
        .contains("q1.other", "review \"院長が入陥中\" (unsure_text) -> accepted \"院長が入院中\"");
  }

  @Test
  void aPhraseForAFieldThatIsNotThereIsNamedWithItsLine() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path phrases = Files.writeString(folder.resolve("p.txt"), "\n# ours\nq1.othr\t廃業予定\n");

    assertThat(run(folder.resolve("new"), "--phrases", phrases.toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("p.txt", "line 3", "q1.othr", "q1.other");
  }

  @Test
  void phrasesFromJapaneseWindowsAreRead() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path phrases = folder.resolve("p.txt");
    Files.write(phrases, "q1.othr\t廃業予定\n".getBytes(Charset.forName("windows-31j")));
    assertThat(run(folder.resolve("new"), "--phrases", phrases.toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("line 1", "q1.othr");

    Files.write(phrases, "q1.other\t院長が入院中\n".getBytes(Charset.forName("windows-31j")));
    assertThat(run(folder.resolve("new"), "--list", "--phrases", phrases.toString())).isZero();
    assertThat(out.toString()).contains("accepted \"院長が入院中\"");
  }

  @Test
  void phrasesInAnotherEncodingAreRefused() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path phrases = folder.resolve("p.txt");
    Files.write(phrases, "院長が入院中".getBytes(StandardCharsets.UTF_16));

    assertThat(run(folder.resolve("new"), "--phrases", phrases.toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("p.txt", "Shift_JIS").doesNotContain("Exception");
  }

  @Test
  void withoutAListItSaysThatCodesAreProvenByTheCheckDigitAlone() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    assertThat(run(folder.resolve("new"))).isZero();
    assertThat(out.toString()).contains("No list of institutions", "check digit alone");
  }

  @Test
  void listsAndFoldersOfListsAreTakenTogetherAndCounted() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path lists = Files.createDirectories(folder.resolve("lists/kanto"));
    Path tokyo = Files.writeString(folder.resolve("t.csv"), "pref,code,name\n13,8814790,東大病院\n");
    Files.writeString(
        lists.resolve("a.csv"), "Pref,Code,Name\n12,9210014,千葉大病院\n12,3910221,亀田病院\n12,9210015,\n");
    Files.writeString(lists.resolve("readme.txt"), "from the bureau");

    String[] options = {"--masters", "" + tokyo, "--masters", "" + folder.resolve("lists")};
    assertThat(run(folder.resolve("new"), options)).isZero();

    assertThat(out.toString())
        .contains("t.csv: 1; lines left out: 0", "a.csv: 2; lines left out: 1")
        .contains("from 2 lists together: 3", "check digit alone");
    assertThat(err.toString()).contains("a.csv, line 4 left out, it has no name", "readme.txt");
  }

  @Test
  void listsThatCannotBeUsedAreNamed() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path headers = Files.writeString(folder.resolve("h.csv"), "id,number\n1,2\n");
    Path quote = Files.writeString(folder.resolve("q.csv"), "pref,code,name\n1,\"0112745,甲病院\n");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path zip = Files.writeString(folder.resolve("z.xlsx"), "PK no workbook");
    for (Path list : List.of(headers, quote, empty, zip)) {
      err.getBuffer().setLength(0);
      assertThat(run(folder.resolve("new"), "--masters", "" + list))
          .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
      assertThat(err.toString()).contains(list.toString()).doesNotContain("failed", "Exception");
      if (list.equals(headers)) {
        assertThat(err.toString()).contains("id,number", "医療機関コード", "bureau's");
      }
    }
  }

  @Test
  void aListThatIsNotThereIsNamedOnce() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path list = folder.resolve("none.csv");
    assertThat(run(folder.resolve("new"), "--masters", "" + list))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).containsOnlyOnce(list.toString()).contains("no such file");
  }

  @Test
  void phrasesThatCannotBeReadAreNamed() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());

    assertThat(run(folder.resolve("new"), "--phrases", folder.resolve("none.txt").toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);

    assertThat(err.toString()).contains("none.txt");
  }

  @Test
  void whatWasDecidedOtherwiseIsCountedByFieldAndNamed() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path forms = folder.resolve("forms/jma-onshi-2022");
    Files.createDirectories(forms);
    String definition = Files.readString(Path.of("forms/jma-onshi-2022/form.yaml"));
    Files.writeString(
        forms.resolve("form.yaml"), definition + "\ndoubt: {error: 1000000, review: 1}\n");
    Files.copy(Path.of("forms/jma-onshi-2022/blank.pdf"), forms.resolve("blank.pdf"));

    assertThat(run(folder.resolve("new"), "--list", "--forms", "" + forms.getParent())).isZero();

    assertThat(out.toString())
        .contains("accepted -> review", "q1.none", "total")
        .containsPattern(
            "fax-\\d+\\.tif, page 1, q1\\.\\w+: accepted \"0\" -> review \"\\?\" \\(ink_beside_box\\)\n");

    out.getBuffer().setLength(0);
    assertThat(run(folder.resolve("new/records.jsonl"), folder.resolve("back"), "--list")).isZero();
    assertThat(out.toString()).contains("review \"?\" (not_sure) -> accepted \"1\"");
    assertThat(folder.resolve("back/records.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("old/records.jsonl"));

    Path again = folder.resolve("again");
    out.getBuffer().setLength(0);
    assertThat(run(folder.resolve("back/records.jsonl"), again, "--lang", "en")).isZero();
    assertThat(out.toString()).contains("0 answers changed");
    assertThat(again.resolve("records.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("back/records.jsonl"));
  }

  @Test
  void brokenLinesAreNamedAndKeptAndAllOthersWritten() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path records = folder.resolve("old/records.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(records));
    lines.add(2, lines.get(0).substring(0, 500));
    lines.add(5, lines.get(1).replaceFirst("\"page\":1", "\"page\":\"one\""));
    Files.write(records, lines);
    Files.write(
        records,
        "{\"half\":\u00ff".getBytes(StandardCharsets.ISO_8859_1),
        java.nio.file.StandardOpenOption.APPEND);

    assertThat(run(folder.resolve("new"))).isEqualTo(ExitCode.SOME_NOT_READ);

    assertThat(err.toString())
        .contains("line 3 is no record", "line 6 is no record: page", "line 44 is no record");
    assertThat(Files.readAllLines(folder.resolve("new/records.jsonl"))).hasSize(RECORDS + 1);
    assertThat(Files.readString(folder.resolve("new/failed.csv")))
        .contains("lost.tif", "line 3", "line 6", "line 44");
    assertThat(
            Files.readString(folder.resolve("new/broken-lines.txt"), StandardCharsets.ISO_8859_1))
        .contains(lines.get(2).substring(0, 150), "\"page\":\"one\"", "{\"half\":\u00ff");
  }

  @Test
  void ofAFileThatHoldsNoRecordsTheFirstLinesAreNamedAndAllCounted() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path records = folder.resolve("old/records.jsonl");
    Files.write(records, Collections.nCopies(100, "record_id,form,status"));

    assertThat(run(folder.resolve("new"))).isEqualTo(ExitCode.SOME_NOT_READ);

    assertThat(err.toString())
        .contains("line 1 is no record", "line 5 is no record", "no records: 100")
        .doesNotContain("line 6 is no record");
    assertThat(Files.readString(folder.resolve("new/failed.csv"))).contains("line 100");
  }

  @Test
  void recordsOfOtherFormsAreKeptWithTheirColumns() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path records = folder.resolve("old/records.jsonl");
    String other =
        Files.readAllLines(records)
            .get(0)
            .replace("jma-onshi-2022", "elsewhere")
            .replace("\"q1.none\":{\"value\":\"", "\"p9.rare\":{\"value\":\"kept ");
    Files.writeString(records, other + "\n", java.nio.file.StandardOpenOption.APPEND);

    assertThat(run(folder.resolve("new"))).isZero();

    assertThat(out.toString()).contains("1 of a form or version that is not here");
    assertThat(Files.readAllLines(folder.resolve("new/records.jsonl"))).contains(other);
    assertThat(Files.readString(folder.resolve("new/records.csv")))
        .contains(",p9.rare\r\n", ",kept ");
  }

  @Test
  void theRecordsThemselvesAreNeverWrittenOver() throws IOException {
    write(CsvEncoding.UTF_8, new Resolver());
    Path records = folder.resolve("old/records.jsonl");
    byte[] before = Files.readAllBytes(records);
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("old"));

    for (Path target : List.of(folder.resolve("old"), folder.resolve("x/../old"), link)) {
      Files.createDirectories(folder.resolve("x"));
      assertThat(run(target)).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    }
    assertThat(err.toString()).contains("would be overwritten");
    assertThat(records).hasBinaryContent(before);
  }

  @Test
  void whatIsNotThereIsAWrongCommandLine() throws IOException {
    assertThat(run(folder.resolve("none.jsonl"), folder.resolve("new"))).isEqualTo(2);
    assertThat(err.toString()).contains("none.jsonl");
    write(CsvEncoding.UTF_8, new Resolver());
    assertThat(run(folder.resolve("new"), "--forms", "" + folder)).isEqualTo(2);
    assertThat(run(folder.resolve("new"), "--forms", "" + folder.resolve("no"))).isEqualTo(2);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void helpTellsEveryOption() {
    assertThat(execute("redecide", "--help")).isZero();
    assertThat(out.toString())
        .contains("--records", "--forms", "--out", "--list", "--encoding", "broken-lines.txt");
  }

  /** Pages with every kind of box, and one that is no form. */
  private void write(CsvEncoding encoding, Resolver resolver) throws IOException {
    Random random = new Random(20221115);
    try (RecordFiles files =
        new RecordFiles(folder.resolve("old"), List.of(FORM), encoding, lost -> {})) {
      for (int i = 0; i < RECORDS; i++) {
        Evidence evidence = evidence(random);
        List<FieldValue> values = resolver.resolve(FORM, evidence);
        boolean doubt = values.stream().anyMatch(FieldValue::inDoubt);
        files.write(
            new PageRecord(
                String.format("%032x", i),
                FORM.id(),
                FORM.version(),
                "fax-" + i + ".tif",
                1,
                Instant.parse("2022-11-15T01:02:03Z"),
                doubt ? Status.REVIEW : Status.ACCEPTED,
                values,
                Optional.of(evidence)));
      }
      files.write(
          new PageRecord(
              "f".repeat(32), "", "", "c.tif", 1, Instant.EPOCH, Status.NOT_A_FORM, List.of()));
      files.write(new Failure("lost.tif", 0, "空です"));
      files.write(new Failure("lost.tif", 3, "half, and \"torn\""));
      files.publish();
    }
  }

  private static Evidence evidence(Random random) {
    List<MarkReading> marks =
        FORM.checkBoxes().stream()
            .map(
                box ->
                    MarkMeasure.reading(
                        box,
                        box.box().shift(random.nextGaussian() / 5, random.nextGaussian() / 5),
                        measure -> measure(measure, random)))
            .toList();
    List<TextReading> texts =
        List.of(
            new TextReading(
                "prefecture",
                0.1,
                List.of(new TextReading.Candidate("東京都", random.nextDouble())),
                0),
            new TextReading(
                "institution_code",
                0.1,
                List.of(new TextReading.Candidate("8814790", random.nextDouble())),
                0),
            new TextReading(
                "q1.other",
                0.1,
                List.of(
                    new TextReading.Candidate(
                        "院長が入陥中", 0.4, List.of(0.99, 0.99, 0.99, 0.99, 0.4, 0.99))),
                0));
    return new Evidence(
        new Fit(random.nextDouble(), 80, random.nextDouble()),
        marks,
        texts,
        Map.of(
            "prefecture",
            random.nextDouble(),
            "institution_code",
            random.nextDouble(),
            "q1.other",
            0.9),
        Map.of(),
        Map.of());
  }

  /** Mostly what most boxes have, now and then anything. */
  private static double measure(MarkMeasure measure, Random random) {
    if (random.nextInt(20) == 0) {
      return random.nextDouble();
    }
    return switch (measure) {
      case FILL_RATIO -> random.nextInt(3) == 0 ? random.nextDouble() * 0.8 : 0.01;
      case OUTLINE_SCORE -> 0.9;
      case MARK_LOG_ODDS -> random.nextInt(3) == 0 ? random.nextGaussian() * 5 : -9;
      default -> random.nextDouble() * 0.02;
    };
  }

  private int run(Path target, String... more) {
    return run(folder.resolve("old/records.jsonl"), target, more);
  }

  private int run(Path records, Path target, String... more) {
    List<String> arguments = new ArrayList<>(List.of("redecide", "--records", "" + records));
    arguments.addAll(List.of("--out", "" + target));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(new String[0]));
  }

  private int execute(String... arguments) {
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
