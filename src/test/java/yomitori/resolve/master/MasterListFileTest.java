package yomitori.resolve.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.resolve.master.MasterListException.Fault;
import yomitori.resolve.master.MasterListFile.Why;

class MasterListFileTest {

  private static final MasterEntry HIRAMATSU = new MasterEntry(1, "0112745", "医療法人社団 慈藻会 平松記念病院");

  /** As a bureau prints it: titles on each page, blocks of rows. */
  private static final String[][] BUREAU = {
    {"コード内容別医療機関一覧表", "", "", ""},
    {"", "", "[北海道]", "令和7年8月1日現在 医科 現存/休止"},
    {"項番", "医療機関番号", "医療機関名称", "医療機関所在地"},
    {"1", "01,1274,5", "医療法人社団　慈藻会　平松記念病院", "〒064－0922 札幌市"},
    {"", "", "", "常勤: 5"},
    {"コード内容別医療機関一覧表", "", "", ""},
    {"", "", "[北海道]", ""},
    {"2", "01-1342-0\n(01-3000-1)", "札幌中央病院", "〒064－0809"},
    {"", "1 2 3", "", ""}
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void aPlainTableIsReadInEitherEncoding(String encoding) throws Exception {
    Path file = folder.resolve("list.csv");
    String text = "都道府県,医療機関コード,医療機関名\r\n北海道,0112745,医療法人社団 慈藻会 平松記念病院\r\n13,8814790,東大病院\r\n";
    Files.write(file, text.getBytes(Charset.forName(encoding)));
    assertThat(MasterListFile.read(file).list().entries())
        .containsExactly(HIRAMATSU, new MasterEntry(13, "8814790", "東大病院"));
  }

  @ParameterizedTest
  @CsvSource({"東京都, 13", "東京, 13", "京都府, 26", "京都, 26", "北海道, 1", "大阪, 27"})
  void aPrefectureIsKnownWithOrWithoutItsSuffix(String written, int code) throws Exception {
    Path file = folder.resolve("list.csv");
    Files.writeString(file, "pref,code,name\n" + written + ",8814790,東大病院\n");
    assertThat(MasterListFile.read(file).list().entries())
        .containsExactly(new MasterEntry(code, "8814790", "東大病院"));
  }

  @Test
  void zerosThatASpreadsheetTookAwayComeBackAndTheRestIsNamed() throws Exception {
    Path file = folder.resolve("list.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "\uFEFFpref,code,name\n1,112745,医療法人社団 慈藻会 平松記念病院\n48,1234567,無し\n\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    MasterListFile.Read read = MasterListFile.read(file);
    assertThat(read.list().entries()).containsExactly(HIRAMATSU);
    assertThat(read.skipped()).extracting(MasterListFile.Skipped::row).containsExactly(3);
  }

  @Test
  void aCodeWithItsPrefectureInFrontIsCutToSevenDigits() throws Exception {
    Path file = folder.resolve("list.csv");
    Files.writeString(file, "pref,code,name\n1,0110112745,医療法人社団 慈藻会 平松記念病院\n");
    assertThat(MasterListFile.read(file).list().entries()).containsExactly(HIRAMATSU);
  }

  @Test
  void aBureausWorkbookIsRead() throws Exception {
    Path file = folder.resolve("iryokikan.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Sheet1");
      for (int r = 0; r < BUREAU.length; r++) {
        for (int c = 0; c < BUREAU[r].length; c++) {
          if (!BUREAU[r][c].isEmpty()) {
            sheet.value(r, c, BUREAU[r][c]);
          }
        }
      }
    }
    assertThat(MasterListFile.read(file).list().entries())
        .extracting(MasterEntry::prefecture, MasterEntry::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "0112745"),
            org.assertj.core.groups.Tuple.tuple(1, "0113420"));
  }

  @Test
  void aBureausTableSaysItsPrefectureInTheFilesNameWhereNoTitleDoes() throws Exception {
    Path file = folder.resolve("東京_医科.csv");
    Files.writeString(file, "1,\"88,1479,0\",東大病院,住所\n");
    assertThat(MasterListFile.read(file).list().entries())
        .containsExactly(new MasterEntry(13, "8814790", "東大病院"));
  }

  @Test
  void whatIsNoListIsRefusedAndSaysWhy() throws IOException {
    refused("a.csv", "a,b\n1,2\n", Fault.UNKNOWN_HEADER);
    refused("b.csv", "1,\"88,1479,0\",東大病院,住所\n", Fault.NO_PREFECTURE);
    refused("c.xlsx", "PK\u0003\u0004 no workbook", Fault.UNREADABLE);
    refused("d.csv", "", Fault.NO_INSTITUTION);
    refused("e.csv", "pref,code,name\n1,\"0112745,平松記念病院\n", Fault.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pref,CODE,Name", "ｐｒｅｆ,ｃｏｄｅ,ｎａｍｅ", " Pref_Code , Institution Code,NAME"})
  void namesOfColumnsAreTheSameInAnyCaseAndWidth(String header) throws Exception {
    Path file = folder.resolve("東京.csv");
    Files.writeString(file, header + "\n1,0112745,医療法人社団 慈藻会 平松記念病院\n");
    assertThat(MasterListFile.read(file).list().entries()).containsExactly(HIRAMATSU);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,number,title\n", ""})
  void aTableWithoutKnownColumnsIsNotTakenForABureaus(String header) throws IOException {
    Path file = folder.resolve("東京.csv");
    Files.writeString(file, header + "1,0112745,平松記念病院\n1,0113420,札幌中央病院\n");
    assertThatThrownBy(() -> MasterListFile.read(file))
        .isInstanceOfSatisfying(
            MasterListException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_HEADER);
              String first = header.isEmpty() ? "1,0112745,平松記念病院" : header.strip();
              assertThat(e.details()).containsExactly(first);
            });
  }

  @Test
  void rowsThatLackSomethingAreLeftOutAndNamedByTheirLines() throws Exception {
    Path file = folder.resolve("list.csv");
    Files.writeString(
        file,
        """
        pref,code,name
        1,0112745,医療法人社団 慈藻会 平松記念病院
        1,A112745,文字の医院
        1,0112745,
        13,0110112745,よその医院
        13,8814790,東大病院
        13,"0415067","慶應
        病院"
        99,0112745,無し
        27,9900249,阪大病院
        26,9900042,京大病院
        """);
    MasterListFile.Read read = MasterListFile.read(file);
    assertThat(read.entries()).hasSize(5);
    assertThat(read.skipped())
        .extracting(MasterListFile.Skipped::row, MasterListFile.Skipped::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, Why.NO_CODE),
            org.assertj.core.groups.Tuple.tuple(4, Why.NO_NAME),
            org.assertj.core.groups.Tuple.tuple(5, Why.NO_CODE),
            org.assertj.core.groups.Tuple.tuple(9, Why.NO_PREFECTURE));
  }

  @Test
  void aListOfWhichMostRowsLackSomethingIsRefused() throws IOException {
    refused("bad.csv", "pref,code,name\n1,0112745,甲\n1,0113420,\n1,x,丙\n", Fault.MOSTLY_BAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>&undefined;</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"x\">",
        "no XML at all"
      })
  void aWorkbookWithAnySheetEndsAsAListOrARefusal(String sheet) throws IOException {
    Path file = folder.resolve("list.xlsx");
    Files.write(file, WorkbookParts.with(sheet));
    assertThatThrownBy(() -> MasterListFile.read(file)).isInstanceOf(MasterListException.class);
  }

  @Test
  void aWorkbookCutAnywhereIsRefused() throws IOException {
    byte[] whole = WorkbookParts.with("<worksheet><sheetData/></worksheet>");
    for (int length = 2; length < whole.length; length += 7) {
      Path file = folder.resolve("cut.xlsx");
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> MasterListFile.read(file)).isInstanceOf(MasterListException.class);
    }
  }

  private void refused(String name, String text, Fault fault) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    assertThatThrownBy(() -> MasterListFile.read(file))
        .isInstanceOfSatisfying(
            MasterListException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
