package yomitori.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import yomitori.geometry.RectMm;

class FormLoaderTest {

  /** A form with one field of each kind; every line is the only one of its wording. */
  private static final String FINE =
      """
      id: small
      version: 1
      title: A small form
      sheet: [210, 297]
      style: {label: 10, checkbox: 4, gap: 2.5, frame: 1, rule: 0.8}
      print:
        - {text: Please answer, at: [20, 20], size: 14, bold: true, align: centre}
        - {rule: [20, 25, 190, 25], width: 1}
        - {frame: [15, 30, 180, 200], width: 0, shade: 0.1}
      fields:
        - {text: name, label: Name, labelAt: [20, 49], area: [40, 40, 60, 10], lines: 2, lexicon: prefectures}
        - {amount: cost, label: Cost, before: Cost, after: yen, area: [40, 60, 30, 10], unit: yen, max: 99}
        - {comb: code, label: Code, labelAt: [20, 90], at: [40, 80], cells: 3, cell: [7, 9], pitch: 8}
        - {checkbox: q1.a, label: First, at: [40, 100]}
        - {checkbox: q1.b, label: Second, at: [40, 110]}
        - choice: q2
          label: Which?
          options:
            - {option: yes_please, label: Yes, at: [40, 130]}
            - {option: no_thanks, label: No, at: [40, 140]}
      """;

  /** What is changed in the fine form, and what must be said of it. */
  private record Slip(String from, String to, int line, Mistake mistake, String words) {

    @Override
    public String toString() {
      return mistake + ": " + to;
    }
  }

  private static final List<Slip> SLIPS =
      List.of(
          slip("title: A small form", "title: [A", 4, Mistake.SYNTAX, "not YAML"),
          slip("title: A small form", "title: \u0000", 1, Mistake.SYNTAX, "not YAML"),
          slip("id: small", "id: &a small\nblank: *a", 2, Mistake.ALIAS, "*a: write the value out"),
          slip(
              "lexicon:",
              "lexicn:",
              11,
              Mistake.UNKNOWN_KEY,
              "\"lexicn\"; did you mean \"lexicon\""),
          slip("title: A", "titel: x\ntitle: A", 3, Mistake.UNKNOWN_KEY, "did you mean \"title\""),
          slip("shade:", "shad:", 9, Mistake.UNKNOWN_KEY, "did you mean \"shade\""),
          slip("rule: 0.8", "ruler: 0.8", 5, Mistake.UNKNOWN_KEY, "did you mean \"rule\""),
          slip("label: Yes", "lable: x, label: Yes", 19, Mistake.UNKNOWN_KEY, "\"label\""),
          slip(
              "unit: yen", "unit: yen, zzzzzz: 1", 12, Mistake.STRANGE_KEY, "possible here: label"),
          slip("label: First", "label: a, label: b", 14, Mistake.DUPLICATE_KEY, "\"label\" stands"),
          slip("version: 1\n", "", 1, Mistake.MISSING_KEY, "\"version\" is missing"),
          slip(", unit: yen", "", 12, Mistake.MISSING_KEY, "\"unit\" is missing"),
          slip("label: First, ", "", 14, Mistake.MISSING_KEY, "\"label\" is missing"),
          slip(", at: [40, 140]", "", 20, Mistake.MISSING_KEY, "\"at\" is missing"),
          slip(", cell: [7, 9]", "", 13, Mistake.MISSING_KEY, "\"cell\" is missing"),
          slip("label: First", "label: [a, b]", 14, Mistake.NOT_WORDS, "\"label\" must be words"),
          slip("width: 1}", "width: thick}", 8, Mistake.NOT_A_NUMBER, "\"width\" must be a number"),
          slip("shade: 0.1", "shade: .nan", 9, Mistake.NOT_A_NUMBER, "\"shade\" must be a number"),
          slip("[40, 60, 30", "[40, x, 30", 12, Mistake.NOT_A_NUMBER, "\"area\" must be a number"),
          slip("max: 99", "max: 9.5", 12, Mistake.NOT_WHOLE, "\"max\" must be a whole number"),
          slip("bold: true", "bold: very", 7, Mistake.NOT_TRUE_OR_FALSE, "must be true or false"),
          slip("style: {", "style: 3 #{", 5, Mistake.NOT_A_BLOCK, "\"style\" must be a block"),
          slip("sheet: [210, 297]", "sheet: A4", 4, Mistake.NOT_A_SIZE, "[width, height]"),
          slip("at: [20, 20]", "at: [20]", 7, Mistake.NOT_A_POINT, "\"at\" must be [x, y]"),
          slip("[40, 60, 30, 10]", "5", 12, Mistake.NOT_A_RECTANGLE, "[x, y, width, height]"),
          slip("[20, 25, 190, 25]", "[20, 25]", 8, Mistake.NOT_A_LINE, "[x1, y1, x2, y2]"),
          slip("sheet: [210, 297]", "sheet: [21, 297]", 4, Mistake.OUT_OF_RANGE, "21 is out of"),
          slip("size: 14", "size: 140", 7, Mistake.OUT_OF_RANGE, "140 is out of range: 5 to 72"),
          slip("cells: 3", "cells: 0", 13, Mistake.OUT_OF_RANGE, "0 is out of range: 1 to 40"),
          slip("lines: 2", "lines: -1", 11, Mistake.OUT_OF_RANGE, "-1 is out of range"),
          slip("60, 30, 10]", "60, 0, 10]", 12, Mistake.OUT_OF_RANGE, "0 is out of range"),
          slip("checkbox: 4,", "checkbox: 1,", 5, Mistake.OUT_OF_RANGE, "1 is out of range: 2 to"),
          slip("align: centre", "align: middle", 7, Mistake.UNKNOWN_WORD, "left, centre, right"),
          slip("label: Second", "label: ' '", 15, Mistake.EMPTY, "\"label\" is empty"),
          slip("label: Second", "label:", 15, Mistake.EMPTY, "\"label\" is empty"),
          slip("lexicon: prefectures", "lexicon: []", 11, Mistake.EMPTY_LIST, "has no entries"),
          slip("checkbox: q1.b", "tickbox: q1.b", 15, Mistake.NO_KIND, "text, amount, comb"),
          slip("rule: [20", "ruel: [20", 8, Mistake.NO_KIND, "text, rule, frame"),
          slip("checkbox: q1.b", "checkbox: q1.b, text: t", 15, Mistake.TWO_KINDS, "and \"text\""),
          slip("id: small", "id: Small", 1, Mistake.BAD_ID, "bad id \"Small\""),
          slip("checkbox: q1.b", "checkbox: q1..b", 15, Mistake.BAD_ID, "bad id \"q1..b\""),
          slip("option: no_thanks", "option: a.b", 20, Mistake.BAD_ID, "bad id \"a.b\""),
          slip("text: name", "text: status", 11, Mistake.RESERVED_ID, "column of every record"),
          slip("checkbox: q1.b", "checkbox: q1.a", 15, Mistake.DUPLICATE_ID, "already, in line 14"),
          slip("no_thanks", "yes_please", 20, Mistake.DUPLICATE_ID, "\"q2.yes_please\" is used"),
          slip("id: small", "id: other", 1, Mistake.NOT_ITS_FOLDER, "its folder, \"small\""),
          slip(
              "      - {option: no_thanks, label: No, at: [40, 140]}\n",
              "",
              16,
              Mistake.FEW_OPTIONS,
              "choice \"q2\" needs"),
          slip(
              "lexicon: prefectures",
              "lexicon: rivers",
              11,
              Mistake.UNKNOWN_LEXICON,
              "prefectures"),
          slip(
              "max: 99}",
              "max: 99}\n  - {text: who, label: Who, area: [40, 240, 60, 10], institutionName: true}"
                  + "\n  - {text: by, label: By, area: [40, 260, 60, 10], institutionName: true}",
              14,
              Mistake.ASKED_TWICE,
              "\"institutionName: true\" is for one field of a form, and line 13"),
          slip(
              "max: 99}",
              "max: 99}\n  - {comb: c1, label: A, at: [40, 240], cells: 7, cell: [7, 9],"
                  + " check: medical-institution-code}"
                  + "\n  - {comb: c2, label: B, at: [40, 260], cells: 7, cell: [7, 9],"
                  + " check: medical-institution-code}",
              14,
              Mistake.ASKED_TWICE,
              "\"check: medical-institution-code\" is for one field"),
          slip("cells: 3", "check: luhn, cells: 3", 13, Mistake.UNKNOWN_CHECK, "institution-code"),
          slip("version: 1", "blank: ../x.pdf\nversion: 1", 2, Mistake.BAD_BLANK, "\"../x.pdf\""),
          slip("version: 1", "blank: x.jpg\nversion: 1", 2, Mistake.BAD_BLANK, "\"x.jpg\""),
          slip("pitch: 8", "pitch: 6", 13, Mistake.CELLS_OVERLAP, "6 mm, is less than their width"),
          slip("[40, 100]", "[208, 100]", 14, Mistake.OUTSIDE_SHEET, "\"q1.a\" is not wholly on"),
          slip("[40, 60, 30", "[190, 60, 30", 12, Mistake.OUTSIDE_SHEET, "of 210 x 297 mm"),
          slip("cells: 3", "cells: 30", 13, Mistake.OUTSIDE_SHEET, "\"code\" is not wholly on"),
          slip("[20, 20]", "[2, 20]", 7, Mistake.OUTSIDE_SHEET, "\"Please answer\" is not wholly"),
          slip("[15, 30, 180", "[15, 30, 198", 9, Mistake.OUTSIDE_SHEET, "\"frame\" is not wholly"),
          slip("at: [40, 110]", "at: [42, 102]", 15, Mistake.OVERLAP, "overlaps \"q1.a\", line 14"),
          slip("[40, 60, 30", "[40, 45, 30", 12, Mistake.OVERLAP, "overlaps \"name\", line 11"),
          slip("at: [40, 80]", "at: [40, 65]", 13, Mistake.OVERLAP, "overlaps \"cost\", line 12"),
          slip("at: [40, 140]", "at: [40, 131]", 20, Mistake.OVERLAP, "overlaps \"yes_please\""),
          slip("checkbox: 4,", "shape: oval,", 5, Mistake.UNKNOWN_WORD, "square, round, bracket"),
          slip("checkbox: 4,", "labels: left,", 5, Mistake.UNKNOWN_WORD, "right, none"),
          slip("[40, 100]}", "[40, 100], size: [4, 30]}", 14, Mistake.OUT_OF_RANGE, "30 is out"),
          slip("[40, 130]}", "[40, 130], size: [4]}", 19, Mistake.NOT_A_SIZE, "\"size\""),
          slip("version: 1", "version: 1\npixels: 2100", 3, Mistake.NOT_A_SIZE, "\"pixels\""),
          slip("version: 1", "pixels: [2100, 20]\nversion: 1", 2, Mistake.OUT_OF_RANGE, "280 to"),
          slip(
              "version: 1",
              "pixels: [2970, 2100]\nversion: 1",
              2,
              Mistake.UNEVEN_PIXELS,
              "359 dpi across and 180 dpi down"),
          slip("version: 1", "doubt: {error: 0}\nversion: 1", 2, Mistake.OUT_OF_RANGE, "0 is out"),
          slip("version: 1", "doubt: {eror: 9}\nversion: 1", 2, Mistake.UNKNOWN_KEY, "\"error\""),
          slip(
              "version: 1",
              "doubt: {error: 5, review: 5}\nversion: 1",
              2,
              Mistake.REVIEW_TOO_DEAR,
              "a review costs 5"),
          slip(
              "label: First",
              "label: " + "long ".repeat(20),
              14,
              Mistake.OUTSIDE_SHEET,
              "q1.a (label)"));

  /** The options of the fine form as one row. */
  private static final String ROW = "{from: [40, 130], step: [0, 10], ids: [yes, no]}";

  private static final List<Slip> ROW_SLIPS =
      List.of(
          slip("[yes, no]", "[yes]", 19, Mistake.FEW_OPTIONS, "choice \"q2\" needs"),
          slip("[yes, no]", "[yes, yes]", 19, Mistake.DUPLICATE_ID, "\"q2.yes\" is used"),
          slip("[yes, no]", "[yes, No]", 19, Mistake.BAD_ID, "bad id \"No\""),
          slip("[yes, no]", "yes", 19, Mistake.NOT_A_LIST, "\"ids\" must be a list"),
          slip("]}", "], labels: [Yes]}", 19, Mistake.LABEL_COUNT, "1 labels for 2 ids"),
          slip("step: [0, 10], ", "", 19, Mistake.MISSING_KEY, "\"step\" is missing"),
          slip("from: [40, 130]", "from: 40", 19, Mistake.NOT_A_POINT, "\"from\" must be [x, y]"),
          slip("step: [0, 10]", "setp: 1, step: [0, 10]", 19, Mistake.UNKNOWN_KEY, "\"step\""),
          slip("step: [0, 10]", "step: [0, 3]", 19, Mistake.OVERLAP, "\"q2.no\" overlaps"),
          slip("step: [0, 10]", "step: [0, -200]", 19, Mistake.OUTSIDE_SHEET, "\"q2.no\" is not"));

  private static final Set<Mistake> OF_THE_WHOLE_FILE =
      EnumSet.of(
          Mistake.MISSING_FILE,
          Mistake.UNREADABLE,
          Mistake.TOO_LARGE,
          Mistake.NOT_UTF8,
          Mistake.NOT_A_LIST);

  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void makeItsFolder() throws IOException {
    file = Files.createDirectory(temp.resolve("small")).resolve("form.yaml");
  }

  private static Slip slip(String from, String to, int line, Mistake mistake, String words) {
    return new Slip(from, to, line, mistake, words);
  }

  private static Stream<Slip> rowSlips() {
    return ROW_SLIPS.stream();
  }

  private static Stream<Slip> slips() {
    return SLIPS.stream();
  }

  @Test
  void phrasesBelongToTheFieldsThatAskForThem() throws IOException {
    String yaml =
        FINE.replace("style:", "phrases: [検討中, 未定]\nstyle:")
            .replace("lines: 2, lexicon: prefectures", "lines: 2, phrases: true")
            .replace(
                "  - {amount:",
                "  - {text: other, label: Other, area: [40, 150, 60, 10]}\n  - {amount:");
    Path other = Files.writeString(temp.resolve("phrases.yaml"), yaml);
    List<Field> fields = FormLoader.load(other).fields();
    assertThat(((TextField) fields.get(0)).phrases()).containsExactly("検討中", "未定");
    assertThat(((TextField) fields.get(1)).phrases()).isEmpty();
  }

  @Test
  void aFormWithoutMistakesLoadsAsWritten() throws IOException {
    Files.writeString(file, FINE);

    assertThat(FormLoader.check(file)).isEmpty();
    Form form = FormLoader.load(file);

    assertThat(form.id()).isEqualTo("small");
    assertThat(form.version()).isEqualTo("1");
    assertThat(form.blank()).isEqualTo("blank.pdf");
    assertThat(form.fields())
        .extracting(Field::id)
        .containsExactly("name", "cost", "code", "q1.a", "q1.b", "q2");
    assertThat(((TextField) form.fields().get(0)).lexicon()).hasSize(47).contains("東京都");
    assertThat(((TextField) form.fields().get(0)).lines()).isEqualTo(2);
    assertThat(form.fields().get(1))
        .isEqualTo(new AmountField("cost", "Cost", new RectMm(40, 60, 30, 10), "yen", 99));
    assertThat(((CombField) form.fields().get(2)).cells())
        .containsExactly(
            new RectMm(40, 80, 7, 9), new RectMm(48, 80, 7, 9), new RectMm(56, 80, 7, 9));
    assertThat(form.checkBoxes())
        .extracting(CheckBox::id)
        .containsExactly("q1.a", "q1.b", "q2.yes_please", "q2.no_thanks");
    assertThat(form.checkBoxes().get(0).box()).isEqualTo(new RectMm(40, 100, 4, 4));
    ChoiceField choice = (ChoiceField) form.fields().get(5);
    assertThat(choice.options())
        .extracting(choice::optionId)
        .containsExactly("yes_please", "no_thanks");
  }

  @ParameterizedTest
  @MethodSource("slips")
  void aMistakeIsNamedWithItsLine(Slip slip) throws IOException {
    assertThat(FINE).containsOnlyOnce(slip.from());
    Files.writeString(file, FINE.replace(slip.from(), slip.to()));

    List<Problem> problems = FormLoader.check(file);

    assertThat(problems).extracting(Problem::mistake).containsOnly(slip.mistake());
    assertThat(problems.get(0).line()).isEqualTo(slip.line());
    assertThat(problems.get(0).message(Locale.ENGLISH)).contains(slip.words());
  }

  @ParameterizedTest
  @MethodSource("rowSlips")
  void aMistakeInARowOfOptionsIsNamedWithItsLine(Slip slip) throws IOException {
    assertThat(ROW).containsOnlyOnce(slip.from());
    Files.writeString(file, withRow(ROW.replace(slip.from(), slip.to())));

    List<Problem> problems = FormLoader.check(file);

    assertThat(problems).extracting(Problem::mistake).containsOnly(slip.mistake());
    assertThat(problems.get(0).line()).isEqualTo(19);
    assertThat(problems.get(0).message(Locale.ENGLISH)).contains(slip.words());
  }

  @Test
  void everyKindOfMistakeIsTried() {
    Set<Mistake> tried = EnumSet.copyOf(OF_THE_WHOLE_FILE);
    SLIPS.forEach(slip -> tried.add(slip.mistake()));
    ROW_SLIPS.forEach(slip -> tried.add(slip.mistake()));

    assertThat(tried).containsExactlyInAnyOrder(Mistake.values());
  }

  @Test
  void allMistakesAreNamedAtOnceInTheOrderOfTheirLines() throws IOException {
    Files.writeString(
        file,
        FINE.replace("version: 1", "vresion: 1")
            .replace("size: 14", "size: 0")
            .replace("max: 99", "max: many")
            .replace("q1.b, label: Second", "q1.a, label: ''")
            .replace("[40, 140]", "[400, 140]"));

    assertThat(FormLoader.check(file))
        .extracting(problem -> problem.line() + " " + problem.mistake())
        .containsExactly(
            "1 MISSING_KEY",
            "2 UNKNOWN_KEY",
            "7 OUT_OF_RANGE",
            "12 NOT_WHOLE",
            "15 DUPLICATE_ID",
            "15 EMPTY",
            "20 OUTSIDE_SHEET",
            "20 OUTSIDE_SHEET");
  }

  @Test
  void aRowOfOptionsIsAsManyBoxesEvenlySpaced() throws IOException {
    Files.writeString(file, withRow("{from: [40, 130], step: [8, 1], ids: [a, b, 0]}"));

    ChoiceField choice = (ChoiceField) FormLoader.load(file).fields().get(5);

    assertThat(choice.options())
        .extracting(CheckBox::id, CheckBox::label, CheckBox::box, CheckBox::labelArea)
        .containsExactly(
            tuple("q2.a", "a", new RectMm(40, 130, 4, 4), Optional.empty()),
            tuple("q2.b", "b", new RectMm(48, 131, 4, 4), Optional.empty()),
            tuple("q2.0", "0", new RectMm(56, 132, 4, 4), Optional.empty()));
  }

  @Test
  void aBoxHasTheSizeAndShapeThatStandNearestToIt() throws IOException {
    Files.writeString(
        file,
        FINE.replace("checkbox: 4,", "checkbox: [5, 3], shape: bracket,")
            .replace("at: [40, 110]", "at: [40, 110], size: 6, shape: square")
            .replace("label: Which?", "label: Which?\n    shape: round")
            .replace("at: [40, 140]", "at: [40, 140], size: [3, 2.5]"));

    assertThat(FormLoader.load(file).checkBoxes())
        .extracting(CheckBox::shape, box -> box.box().w(), box -> box.box().h())
        .containsExactly(
            tuple(BoxShape.BRACKET, 5.0, 3.0),
            tuple(BoxShape.SQUARE, 6.0, 6.0),
            tuple(BoxShape.ROUND, 5.0, 3.0),
            tuple(BoxShape.ROUND, 3.0, 2.5));
  }

  @Test
  void placesInPixelsOfAPictureAreMillimetresOnceLoaded() throws IOException {
    Files.writeString(
        file,
        """
        id: small
        version: 1
        title: Measured at 254 dpi
        sheet: [210, 297]
        pixels: [2100, 2970]
        style: {label: 10, checkbox: 30, labels: none}
        fields:
          - {checkbox: a, label: A, at: [400, 1000]}
          - {checkbox: b, label: B, at: [400, 1100], size: [50, 40]}
          - {comb: c, label: C, at: [1000, 1500], cells: 2, cell: [60, 80], pitch: 75}
          - {text: d, label: D, area: [1000, 2000, 500, 100]}
        """);

    Form form = FormLoader.load(file);

    assertThat(form.widthMm()).isEqualTo(210);
    assertThat(form.fields())
        .extracting(field -> hundredths(field.area()))
        .containsExactly(
            List.of(4000L, 10000L, 300L, 300L),
            List.of(4000L, 11000L, 500L, 400L),
            List.of(10000L, 15000L, 1350L, 800L),
            List.of(10000L, 20000L, 5000L, 1000L));
  }

  @Test
  void aRangeIsNamedInTheUnitOfTheDefinition() throws IOException {
    Files.writeString(
        file,
        FINE.replace("version: 1", "version: 1\npixels: [2100, 2970]")
            .replace("checkbox: 4, gap: 2.5,", "checkbox: 4, gap: 25,"));

    assertThat(FormLoader.check(file).get(0).message(Locale.ENGLISH))
        .isEqualTo("4 is out of range: 20 to 200");
  }

  @Test
  void aFormMaySayWhatMistakesAndLooksCost() throws IOException {
    Files.writeString(file, FINE);
    assertThat(FormLoader.load(file).doubt()).isEqualTo(new DoubtCosts(50, 1));

    Files.writeString(file, "doubt: {error: 50, review: 2}\n" + FINE);
    assertThat(FormLoader.load(file).doubt().reviewAbove()).isEqualTo(0.04);
  }

  @Test
  void aBlockWhereFieldsShouldBeListedIsNamed() throws IOException {
    Files.writeString(file, FINE.substring(0, FINE.indexOf("fields:")) + "fields: {text: a}\n");

    assertOnly(Mistake.NOT_A_LIST, 10);
  }

  @Test
  void aMissingFileIsNamed() {
    assertOnly(Mistake.MISSING_FILE, 1);
  }

  @Test
  void aFolderInPlaceOfTheFileIsNamed() throws IOException {
    Files.createDirectory(file);

    assertOnly(Mistake.UNREADABLE, 1);
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Files.writeString(file, "");

    assertOnly(Mistake.NOT_A_BLOCK, 1);
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() throws IOException {
    Files.write(file, FINE.replace("A small form", "Größe").getBytes(ISO_8859_1));

    assertOnly(Mistake.NOT_UTF8, 3);
  }

  @Test
  void aFileCutInsideACharacterIsNamed() throws IOException {
    byte[] bytes = "id: small\ntitle: 調査".getBytes(UTF_8);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

    assertOnly(Mistake.NOT_UTF8, 2);
  }

  @Test
  void aFileThatIsNoDefinitionByItsSizeIsNotRead() throws IOException {
    Files.writeString(file, "#".repeat((256 << 10) + 1));

    assertOnly(Mistake.TOO_LARGE, 1);
  }

  @Test
  void aBombOfNestedListsIsRefused() throws IOException {
    Files.writeString(file, "id: " + "[".repeat(100_000));

    assertOnly(Mistake.SYNTAX, 1);
  }

  @Test
  void aThousandMistakesAreEnough() throws IOException {
    String boxes = "  - {checkbox: a, label: a, at: [50, 50]}\n".repeat(5000);
    Files.writeString(file, FINE + boxes);

    assertThat(FormLoader.check(file)).hasSize(1000);
  }

  @Test
  void aBombOfAliasesIsRefused() throws IOException {
    Files.writeString(file, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");

    assertThat(FormLoader.check(file))
        .extracting(Problem::mistake)
        .hasSize(4)
        .containsOnly(Mistake.ALIAS);
  }

  @Test
  void aByteOrderMarkIsNoMistake() throws IOException {
    Files.writeString(file, "\ufeff" + FINE);

    assertThat(FormLoader.check(file)).isEmpty();
  }

  @Test
  void areasThatOnlyTouchDoNotOverlap() throws IOException {
    Files.writeString(file, FINE.replace("[40, 60, 30, 10]", "[40, 50, 30, 10]"));

    assertThat(FormLoader.check(file)).isEmpty();
  }

  @Test
  void loadingABrokenFormNamesFileAndLines() throws IOException {
    Files.writeString(file, FINE.replace("max: 99", "max: many"));

    assertThatThrownBy(() -> FormLoader.load(file))
        .isInstanceOf(FormException.class)
        .hasMessageStartingWith(file + ":12: ")
        .extracting(e -> ((FormException) e).problems())
        .isEqualTo(FormLoader.check(file));
  }

  @ParameterizedTest
  @EnumSource(Mistake.class)
  void everyMistakeHasItsSentenceInBothLanguages(Mistake mistake) {
    Problem problem = new Problem(1, 1, mistake, List.of("<one>", "<two>", "<three>"));

    String english = problem.message(Locale.ENGLISH);
    String japanese = problem.message(Locale.JAPAN);

    assertThat(english).isNotBlank().matches("\\p{ASCII}+");
    assertThat(japanese).containsPattern("[ぁ-ん]");
    assertThat(details(japanese)).isEqualTo(details(english));
  }

  private static String withRow(String row) {
    String head = FINE.substring(0, FINE.indexOf("    options:"));
    return head + "    options:\n      " + row + "\n";
  }

  private static List<Long> hundredths(RectMm area) {
    return Stream.of(area.x(), area.y(), area.w(), area.h())
        .map(mm -> Math.round(mm * 100))
        .toList();
  }

  private static Set<String> details(String sentence) {
    return Stream.of("<one>", "<two>", "<three>")
        .filter(sentence::contains)
        .collect(Collectors.toSet());
  }

  private void assertOnly(Mistake mistake, int line) {
    assertThat(FormLoader.check(file))
        .extracting(Problem::mistake, Problem::line)
        .containsExactly(tuple(mistake, line));
  }
}
