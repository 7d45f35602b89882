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
          slip("sheet: [210, 297]", "sheet: A4", 4, Mistake.NOT_A_SIZE, "[width, height] in mm"),
          slip("at: [20, 20]", "at: [20]", 7, Mistake.NOT_A_POINT, "\"at\" must be [x, y] in mm"),
          slip("[40, 60, 30, 10]", "5", 12, Mistake.NOT_A_RECTANGLE, "[x, y, width, height] in mm"),
          slip("[20, 25, 190, 25]", "[20, 25]", 8, Mistake.NOT_A_LINE, "[x1, y1, x2, y2] in mm"),
          slip("sheet: [210, 297]", "sheet: [21, 297]", 4, Mistake.OUT_OF_RANGE, "21 is out of"),
          slip("size: 14", "size: 140", 7, Mistake.OUT_OF_RANGE, "140 is out of range: 5 to 72"),
          slip("cells: 3", "cells: 0", 13, Mistake.OUT_OF_RANGE, "0 is out of range: 1 to 40"),
          slip("lines: 2", "lines: -1", 11, Mistake.OUT_OF_RANGE, "-1 is out of range"),
          slip("60, 30, 10]", "60, 0, 10]", 12, Mistake.OUT_OF_RANGE, "0 is out of range"),
          slip("checkbox: 4,", "checkbox: 1,", 5, Mistake.OUT_OF_RANGE, "1 is out of range: 2.5"),
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
          slip(
              "label: First",
              "label: " + "long ".repeat(20),
              14,
              Mistake.OUTSIDE_SHEET,
              "q1.a (label)"));

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

  private static Stream<Slip> slips() {
    return SLIPS.stream();
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

  @Test
  void everyKindOfMistakeIsTried() {
    Set<Mistake> tried = EnumSet.copyOf(OF_THE_WHOLE_FILE);
    SLIPS.forEach(slip -> tried.add(slip.mistake()));

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
