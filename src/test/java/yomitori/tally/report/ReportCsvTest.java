package yomitori.tally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.tally.Tally;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.GroupCount;
import yomitori.tally.count.QuestionTable;

class ReportCsvTest {

  @TempDir Path folder;

  private List<CSVRecord> rows(String name) throws Exception {
    String text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeff");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  @Test
  void theLongTableHasEveryCountOfTheTally() throws Exception {
    Tally tally = SampleTally.of(300);
    Report.write(tally, folder);

    List<CSVRecord> rows = rows("tables.csv");
    int expected = 0;
    for (QuestionTable table : tally.questions()) {
      for (GroupCount group : table.groups()) {
        expected += 5 + group.answers().size();
        for (AnswerCount answer : group.answers()) {
          assertThat(rows)
              .filteredOn(
                  row ->
                      row.get("question").equals(table.question().id())
                          && row.get("answer").equals(answer.id())
                          && row.get("group").equalsIgnoreCase(group.group().kind().name())
                          && row.get("group_id").equals(group.group().id()))
              .singleElement()
              .satisfies(
                  row -> {
                    assertThat(row.get("count")).isEqualTo(Long.toString(answer.count()));
                    assertThat(row.get("base")).isEqualTo(Long.toString(answer.base()));
                    assertThat(Double.parseDouble(row.get("share")))
                        .isBetween(answer.share() - 0.0001, answer.share() + 0.0001);
                  });
        }
      }
    }
    assertThat(rows).hasSize(expected);
  }

  @Test
  void answersThatCountAreListedEachWithItsCodeAsItIs() throws Exception {
    Report.write(SampleTally.of(120), folder);

    assertThat(rows("answers.csv"))
        .hasSize(120)
        .element(7)
        .satisfies(row -> assertThat(row.get("institution_code")).isEqualTo("0000007"));
    assertThat(rows("removed.csv")).hasSize(2);
    assertThat(rows("not-counted.csv")).hasSize(2);
  }

  @Test
  void aProposalTellsBothInstitutionsAndLeavesTheDecisionToAPerson() throws Exception {
    Tally tally = SampleTally.of(60);
    Report.write(tally, folder);

    CSVRecord row = rows("proposals.csv").get(0);
    assertThat(row.get("first_reference")).isEqualTo("r1");
    assertThat(row.get("second_code")).isEqualTo("0000002");
    assertThat(row.get("second_name")).isEqualTo(tally.counted().get(2).value("institution_name"));
    assertThat(row.get("why")).isEqualTo("code_near");
    assertThat(row.get("decision")).isEmpty();
  }

  @Test
  void nothingThatAStrangerWroteIsRunAsAFormula() throws Exception {
    Report.write(SampleTally.of(60, List.of("=cmd|' /C calc'!A0", "+1+1", "@x", "-2")), folder);

    assertThat(rows("opinions.csv"))
        .extracting(row -> row.get("text"))
        .contains("'=cmd|' /C calc'!A0", "'+1+1", "'@x", "-2");
  }
}
