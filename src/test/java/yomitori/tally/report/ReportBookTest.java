package yomitori.tally.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.tally.Tally;
import yomitori.tally.count.AnswerCount;

class ReportBookTest {

  @TempDir Path folder;

  private XSSFWorkbook written(Tally tally) throws Exception {
    Report.write(tally, folder);
    return new XSSFWorkbook(Files.newInputStream(folder.resolve("tables.xlsx")));
  }

  private static List<Cell> formulas(XSSFWorkbook book) {
    List<Cell> formulas = new ArrayList<>();
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            formulas.add(cell);
          }
        }
      }
    }
    return formulas;
  }

  @Test
  void everyFormulaMakesTheValueThatIsShownBesideIt() throws Exception {
    try (XSSFWorkbook book = written(SampleTally.of(400))) {
      FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
      List<Cell> formulas = formulas(book);
      assertThat(formulas).hasSizeGreaterThan(1000);
      for (Cell cell : formulas) {
        assertThat(evaluator.evaluate(cell).getNumberValue())
            .as(cell.getSheet().getSheetName() + " " + cell.getAddress() + " " + cell)
            .isCloseTo(cell.getNumericCellValue(), within(1e-9));
      }
    }
  }

  @Test
  void aQuestionsCountsAndSharesAreThoseOfTheTally() throws Exception {
    Tally tally = SampleTally.of(200);
    try (XSSFWorkbook book = written(tally)) {
      List<AnswerCount> answers = tally.questions().get(0).all().answers();
      for (int i = 0; i < answers.size(); i++) {
        Row row = book.getSheet("q1").getRow(i + 1);
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo((double) answers.get(i).count());
        assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(answers.get(i).share());
      }
    }
  }

  @Test
  void codesStayTextsAndNothingThatAStrangerWroteIsAFormula() throws Exception {
    String hostile = "=1+1";
    String control = "a\u0001b\uD83D\uDE00" + longerThanACell();
    try (XSSFWorkbook book = written(SampleTally.of(60, List.of(hostile, control)))) {
      assertThat(formulas(book)).noneMatch(cell -> cell.getCellFormula().equals("1+1"));
      Sheet answers = book.getSheet("集計した回答");
      assertThat(answers.getLastRowNum()).isEqualTo(60);
      List<String> texts = new ArrayList<>();
      answers.getRow(1).forEach(cell -> texts.add(cell.getStringCellValue()));
      assertThat(texts).contains(hostile, "0000000");
    }
  }

  private static String longerThanACell() {
    return new SplittableRandom(1)
        .ints(40_000, 0x4e00, 0x9fa0)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void whatATallyWasMadeOfIsThereForPrograms() throws Exception {
    Tally tally = SampleTally.of(60);
    Report.write(tally, folder);

    JsonNode made = new ObjectMapper().readTree(folder.resolve("made.json").toFile());
    assertThat(made.get("as_of").asText()).isEqualTo("2022-12-14");
    assertThat(made.get("files").get(0).get("sha256").asText()).isEqualTo("ab".repeat(32));
    assertThat(new TreeSet<>(made.get("sources").findValuesAsText("id")))
        .containsExactly("fax", "osaka", "web");
  }
}
