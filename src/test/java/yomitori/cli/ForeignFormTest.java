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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.BlankRenderer;
import yomitori.form.CheckBox;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.form.foreign.ForeignFiles;
import yomitori.form.foreign.ForeignFiles.Kind;
import yomitori.geometry.GrayImage;

/**
 * Forms that other people drew, answered and captured by means of this test's own: what is accepted
 * of them is right, and what is not right is in doubt.
 */
class ForeignFormTest {

  private static final FormLibrary FORMS = ForeignFiles.FORMS;

  private static final int SHEETS = 10;

  @TempDir private Path folder;

  /**
   * What became of the answers. Digits written into combs are counted but not judged: their engine
   * has tests of its own.
   */
  private static final class Tally {
    private int sheets;
    private int notRead;
    private int right;
    private int inDoubt;
    private int digitsRight;
    private int digitsInDoubt;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> wrongDigits = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    @Override
    public String toString() {
      return "%d sheets, %d not read; marks: %d right, %d in doubt %s, %d wrong %s; combs: %d right, %d in doubt, %d wrong %s"
          .formatted(
              sheets,
              notRead,
              right,
              inDoubt,
              reasons,
              wrong.size(),
              wrong,
              digitsRight,
              digitsInDoubt,
              wrongDigits.size(),
              wrongDigits);
    }
  }

  /**
   * Of the 460 and 110 answers here, bubble sheet 394 right, 66 in doubt; reply card 109 right, 1
   * in doubt; what is let pass.
   */
  @ParameterizedTest
  @CsvSource({"bubble-sheet, 385", "reply-card, 103"})
  void whatIsAcceptedOfScansIsRight(String id, int leastRight) throws IOException {
    Tally tally = read(id, Kind.SCAN);

    assertThat(tally.notRead).as(tally.toString()).isZero();
    assertThat(tally.wrong).as(tally.toString()).isEmpty();
    assertThat(tally.right).as(tally.toString()).isGreaterThanOrEqualTo(leastRight);
  }

  @ParameterizedTest
  @CsvSource({"bubble-sheet, 402, 10", "reply-card, 103, 10"})
  void whatIsAcceptedOfPhotographsIsRight(String id, int leastRight, int leastRead)
      throws IOException {
    Tally tally = read(id, Kind.PHOTO);

    assertThat(tally.wrong).as(tally.toString()).isEmpty();
    assertThat(SHEETS - tally.notRead).as(tally.toString()).isGreaterThanOrEqualTo(leastRead);
    assertThat(tally.right).as(tally.toString()).isGreaterThanOrEqualTo(leastRight);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubble-sheet", "reply-card"})
  void theScansThatAreKeptAsFilesAreReadAsTheirTruthSays(String id) throws IOException {
    Path kept = ForeignFiles.FOLDER.resolve(id);
    List<String> scans =
        Files.readAllLines(kept.resolve("truth.csv")).stream()
            .filter(row -> row.startsWith("scan-"))
            .toList();

    Tally tally = tally(FORMS.load(id), scans, records(kept));

    assertThat(scans).hasSize(3);
    assertThat(tally.notRead).as(tally.toString()).isZero();
    assertThat(tally.wrong).as(tally.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubble-sheet", "reply-card"})
  void everyBoxOfTheDefinitionLiesOnPrintOfItsBlank(String id) throws IOException {
    Form form = FORMS.load(id);
    GrayImage blank = BlankRenderer.render(form, FORMS.folderOf(id), 10);

    for (CheckBox box : form.checkBoxes()) {
      double y = box.box().centre().y();
      assertThat(darkest(blank, box.box().x(), y)).as(box.id()).isLessThan(128);
      assertThat(darkest(blank, box.box().right(), y)).as(box.id()).isLessThan(128);
    }
  }

  /** The darkest value within half a millimetre left and right of a point of the form. */
  private static int darkest(GrayImage blank, double xMm, double yMm) {
    int darkest = GrayImage.WHITE;
    for (int dx = -5; dx <= 5; dx++) {
      darkest = Math.min(darkest, blank.get((int) (xMm * 10) + dx, (int) (yMm * 10)));
    }
    return darkest;
  }

  private Tally read(String id, Kind kind) throws IOException {
    Path sheets = Files.createDirectories(folder.resolve(id + kind));
    List<String> truth = new ArrayList<>();
    for (int i = 1; i <= SHEETS; i++) {
      truth.add(ForeignFiles.write(id, kind, i, sheets));
    }
    return tally(FORMS.load(id), truth, records(sheets));
  }

  private Map<String, JsonNode> records(Path sheets) throws IOException {
    Path out = folder.resolve("out-" + sheets.getFileName());
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    Session session =
        new Session(
            Path.of(""), writer, writer, false, new Messages(Locale.ENGLISH), Wiring.rooms());
    String forms = FORMS.folder().toString();
    int exit =
        Yomitori.commandLine(session)
            .execute("read", sheets.toString(), "--forms", forms, "--out", out.toString());
    assertThat(exit).as(said.toString()).isZero();
    Map<String, JsonNode> records = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve("records.jsonl"))) {
      JsonNode record = new ObjectMapper().readTree(line);
      records.put(record.get("source").asText(), record);
    }
    return records;
  }

  private static Tally tally(Form form, List<String> truth, Map<String, JsonNode> records) {
    Tally tally = new Tally();
    for (String row : truth) {
      List<String> cells = List.of(row.split(",", -1));
      JsonNode record = records.get(cells.get(0));
      tally.sheets++;
      if (!record.get("form").asText().equals(form.id()) || record.get("fields").isEmpty()) {
        tally.notRead++;
        continue;
      }
      for (int i = 0; i < form.fields().size(); i++) {
        Field field = form.fields().get(i);
        JsonNode read = record.get("fields").get(field.id());
        String meant = cells.get(3 + i);
        boolean comb = field instanceof CombField;
        if (!read.get("decision").asText().equals("accepted")) {
          if (comb) {
            tally.digitsInDoubt++;
          } else {
            tally.inDoubt++;
            tally.reasons.merge(read.get("reason").asText(), 1, Integer::sum);
          }
        } else if (read.get("value").asText().equals(meant)) {
          if (comb) {
            tally.digitsRight++;
          } else {
            tally.right++;
          }
        } else {
          (comb ? tally.wrongDigits : tally.wrong)
              .add(
                  cells.get(0)
                      + " "
                      + field.id()
                      + ": "
                      + read.get("value").asText()
                      + " for "
                      + meant);
        }
      }
    }
    return tally;
  }
}
