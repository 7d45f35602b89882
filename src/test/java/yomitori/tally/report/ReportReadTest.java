package yomitori.tally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.tally.Tally;
import yomitori.tally.TallyInput;
import yomitori.tally.Tallying;
import yomitori.tally.count.AnswerCount;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.duplicate.PairDecisions;
import yomitori.tally.plan.PlanReader;

/** What people read of a report: the PDF, the charts, the page. */
class ReportReadTest {

  @TempDir Path folder;

  @Test
  void theSameTallyGivesTheSameBytesInEveryFile() throws Exception {
    Report.write(SampleTally.of(300), folder.resolve("one"));
    Report.write(SampleTally.of(300), folder.resolve("two"));

    Map<String, byte[]> one = files(folder.resolve("one"));
    Map<String, byte[]> two = files(folder.resolve("two"));
    assertThat(one.keySet())
        .isEqualTo(two.keySet())
        .contains("report.pdf", "index.html", "tables.xlsx", "charts/q1-all.svg");
    one.forEach((name, bytes) -> assertThat(two.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void thePdfSaysEveryCountAndIsSearchable() throws Exception {
    Tally tally = SampleTally.of(1500);
    Report.write(tally, folder);

    try (PDDocument pdf = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
      String text = plain(new PDFTextStripper().getText(pdf));
      assertThat(text).contains(plain(tally.plan().title()));
      for (QuestionTable table : tally.questions()) {
        for (AnswerCount answer : table.all().answers()) {
          assertThat(text).contains(plain(String.format(Locale.JAPANESE, "%,d", answer.count())));
        }
      }
      tally.made().files().forEach(file -> assertThat(text).contains(file.sha256()));
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(tally.plan().title());
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).isNotEmpty();
    }
  }

  @Test
  void aChartIsWellFormedNamesItsAnswersAndIsTheSizeOfItsPicture() throws Exception {
    Tally tally = SampleTally.of(200);
    Report.write(tally, folder);

    for (QuestionTable table : tally.questions()) {
      String name = "charts/" + table.question().id() + "-all";
      Document svg = parsed(folder.resolve(name + ".svg"));
      String said = plain(svg.getDocumentElement().getTextContent());
      table
          .question()
          .answers()
          .forEach(option -> assertThat(said).contains(plain(option.label())));
      double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
      assertThat(ImageIO.read(folder.resolve(name + ".png").toFile()).getWidth())
          .isEqualTo((int) (2 * width));
    }
  }

  @Test
  void thePageShowsEveryChartAndLeadsToEveryFile() throws Exception {
    Report.write(SampleTally.of(200), folder);

    String page = Files.readString(folder.resolve("index.html"));
    for (String name : files(folder).keySet()) {
      if (!name.endsWith(".png") && !name.equals("index.html")) {
        assertThat(page).contains("\"" + name + "\"");
      }
    }
    assertThat(page).doesNotContain("<script");
  }

  @Test
  void whatStrangersWroteIsShownAndNeverRun() throws Exception {
    String hostile = "<script>連絡待ち</script>\u0001😀 & \"x\"";
    Report.write(SampleTally.of(60, Collections.nCopies(30, hostile)), folder);

    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("&lt;script&gt;連絡待ち")
        .doesNotContain("<script>");
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
      assertThat(plain(new PDFTextStripper().getText(pdf))).contains("<script>連絡待ち</script>");
    }
    try (Stream<Path> charts = Files.list(folder.resolve("charts"))) {
      for (Path svg : charts.filter(file -> file.toString().endsWith(".svg")).toList()) {
        assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
      }
    }
  }

  @Test
  void aReportOfNobodyIsAReportToo() throws Exception {
    Form form = new FormLibrary(Path.of("forms")).load("jma-onshi-2022");
    TallyInput nobody =
        new TallyInput(
            PlanReader.beside(Path.of("forms", form.id()), form),
            List.of(),
            Optional.empty(),
            PairDecisions.none(),
            Map.of(),
            Optional.empty(),
            "1",
            List.of());
    Report.write(Tallying.of(nobody), folder, Locale.ENGLISH);

    assertThat(files(folder)).containsKeys("report.pdf", "index.html", "charts/q2-all.png");
  }

  private static Document parsed(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  /** Without the breaks of lines, which stand wherever the page ends. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found = all.filter(Files::isRegularFile).toList();
      for (Path file : found) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }
}
