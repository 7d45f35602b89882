package yomitori.tally.report.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import yomitori.tally.Flow;
import yomitori.tally.Tally;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.count.Group.Kind;
import yomitori.tally.count.OpinionTable;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.count.ResponseRate;
import yomitori.tally.report.csv.CsvFiles;
import yomitori.tally.report.words.Words;

/** The workbook of a tally. */
public final class Book {

  /** Rows kept in memory: a survey has thousands. */
  private static final int WINDOW = 200;

  private final Tally tally;
  private final Words words;
  private final SXSSFWorkbook workbook;
  private final Styles styles;

  private Book(Tally tally, Words words, SXSSFWorkbook workbook) {
    this.tally = tally;
    this.words = words;
    this.workbook = workbook;
    this.styles = Styles.in(workbook);
  }

  /**
   * The workbook's bytes: the same for the same tally. Every formula has its value beside it, for
   * programs that show without computing; texts of strangers are texts.
   */
  public static byte[] of(Tally tally, Words words) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
      // Zip64 is for files of gigabytes, and Java's own reader of streams does not take it.
      workbook.setZip64Mode(Zip64Mode.Never);
      describe(workbook, tally);
      new Book(tally, words, workbook).sheets();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return TimelessZip.of(bytes.toByteArray());
    }
  }

  private static void describe(SXSSFWorkbook workbook, Tally tally) {
    var properties = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    Instant day = tally.made().asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
    properties.setCreated(Optional.of(Date.from(day)));
    properties.setCreator("Yomitori");
    properties.setTitle(tally.plan().title());
  }

  private void sheets() {
    overview();
    for (QuestionTable question : tally.questions()) {
      new QuestionSheets(words, this::sheet).write(question);
    }
    new AmountSheets(tally, words, this::sheet).write();
    themes();
    rates();
    for (Map.Entry<String, Stream<List<?>>> table : CsvFiles.tables(tally, words).entrySet()) {
      Sheet sheet = sheet(words.text("sheet." + table.getKey()));
      for (List<?> row : (Iterable<List<?>>) table.getValue()::iterator) {
        list(sheet, row);
      }
      sheet.finish();
    }
    made();
  }

  private Sheet sheet(String name) {
    return new Sheet(workbook, styles, name);
  }

  private static void list(Sheet sheet, List<?> row) {
    if (sheet.rows() == 0) {
      sheet.head(row.stream().map(String::valueOf).toList());
      return;
    }
    sheet.row();
    for (Object cell : row) {
      if (cell instanceof Long count) {
        sheet.count(count);
      } else {
        sheet.text(String.valueOf(cell));
      }
    }
  }

  private void overview() {
    Sheet sheet = sheet(words.text("sheet.overview"));
    sheet.head(columns("source", "given", "removed", "counted", "notCounted"));
    List<Flow.SourceFlow> main =
        tally.flow().sources().stream().filter(s -> s.source().isMain()).toList();
    main.forEach(source -> flow(sheet, source));
    int last = sheet.rows();
    sheet.row().text(words.text("total"));
    sheet.countFormula("SUM(B2:B" + last + ")", tally.flow().answers());
    sheet.countFormula("SUM(C2:C" + last + ")", tally.flow().removed());
    sheet.countFormula("SUM(D2:D" + last + ")", tally.flow().counted());
    sheet.countFormula(
        "SUM(E2:E" + last + ")", main.stream().mapToLong(Flow.SourceFlow::notCounted).sum());
    tally.flow().sources().stream()
        .filter(s -> !s.source().isMain())
        .forEach(source -> flow(sheet, source));
    if (!tally.flow().stated().isEmpty()) {
      sheet.row();
      sheet.row();
      columns("figure", "stated", "expected", "difference").forEach(sheet::text);
      for (Flow.Stated stated : tally.flow().stated()) {
        int row = sheet.row().rows();
        sheet.text(words.of(stated.figure())).count(stated.stated()).count(stated.expected());
        sheet.countFormula("B" + row + "-C" + row, stated.difference());
      }
    }
    sheet.finish();
  }

  private static void flow(Sheet sheet, Flow.SourceFlow source) {
    int row = sheet.row().rows();
    sheet.text(source.source().label()).count(source.answers()).count(source.removed());
    sheet.countFormula("B" + row + "-C" + row, source.counted()).count(source.notCounted());
  }

  private List<String> columns(String... keys) {
    return Stream.of(keys).map(key -> words.text("column." + key)).toList();
  }

  private void themes() {
    Sheet sheet = sheet(words.text("sheet.themes"));
    sheet.head(columns("question", "theme", "count", "given", "share", "examples"));
    for (OpinionTable table : tally.opinionTables()) {
      for (OpinionTable.ThemeCount theme : table.themes()) {
        theme(sheet, table, theme.theme(), theme.count(), String.join("\n", theme.examples()));
      }
      theme(sheet, table, words.text("unmatched"), table.unmatched(), "");
    }
    sheet.finish();
  }

  private static void theme(
      Sheet sheet, OpinionTable table, String theme, long count, String examples) {
    double share = table.given() == 0 ? 0 : (double) count / table.given();
    sheet.row().text(table.label()).text(theme).count(count).count(table.given());
    sheet.share(2, 3, share).text(examples);
  }

  private void rates() {
    if (tally.responseRates().isEmpty()) {
      return;
    }
    Sheet sheet = sheet(words.text("sheet.rates"));
    sheet.head(columns("group", "members", "listed", "share", "unlisted"));
    for (ResponseRate rate : tally.responseRates()) {
      boolean nowhere = rate.group().kind() == Kind.PREFECTURE && rate.group().id().isEmpty();
      sheet.row().text(nowhere ? words.text("noPrefecture") : rate.group().label());
      sheet.count(rate.members()).count(rate.listed()).share(2, 1, rate.share());
      sheet.count(rate.unlisted());
    }
    sheet.finish();
  }

  private void made() {
    Sheet sheet = sheet(words.text("sheet.made"));
    sheet.head(columns("what", "value", "bytes", "sha256"));
    sheet.row().text(words.text("asOf")).text(words.day(tally.made().asOf()));
    sheet.row().text(words.text("version")).text(tally.made().version());
    sheet.row().text(words.text("keep")).text(words.of(tally.plan().keep()));
    for (InputFile file : tally.made().files()) {
      sheet.row().text(file.role()).text(file.name()).count(file.bytes()).text(file.sha256());
    }
    for (SourceAnswers source : tally.sources()) {
      List<String> unused = new ArrayList<>(source.unusedColumns());
      if (!unused.isEmpty()) {
        sheet.row().text(words.text("unusedColumns", source.source().label()));
        sheet.text(String.join(", ", unused));
      }
    }
    sheet.finish();
  }
}
