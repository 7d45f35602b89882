package yomitori.tally.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import yomitori.form.Typeface;
import yomitori.form.TypefaceMissingException;
import yomitori.tally.Tally;
import yomitori.tally.report.book.Book;
import yomitori.tally.report.chart.BarChart;
import yomitori.tally.report.chart.ChartFiles;
import yomitori.tally.report.chart.Faces;
import yomitori.tally.report.contents.Contents;
import yomitori.tally.report.contents.Writing;
import yomitori.tally.report.csv.CsvFiles;
import yomitori.tally.report.page.ReportPage;
import yomitori.tally.report.pdf.PdfReport;
import yomitori.tally.report.words.Words;

/** Writes a tally as the files that {@code docs/tally.md} lists. */
public final class Report {

  private Report() {}

  /**
   * Writes the report in Japanese.
   *
   * @see #write(Tally, Path, Locale)
   */
  public static void write(Tally tally, Path folder) throws IOException {
    write(tally, folder, Locale.JAPANESE);
  }

  /**
   * Writes all files; they appear when every one of them is whole. The same tally and locale give
   * the same bytes.
   *
   * @param folder made where it is missing; files of other names in it stay
   * @param locale Japanese, or English for any other; what was asked and answered stays as it is
   * @throws TypefaceMissingException if the typeface of charts and PDF is not installed
   * @throws IOException if a file cannot be written; what was there before is then still there
   */
  public static void write(Tally tally, Path folder, Locale locale) throws IOException {
    Words words = new Words(locale);
    Map<String, byte[]> files = new LinkedHashMap<>(CsvFiles.of(tally, words));
    files.put("made.json", MadeJson.of(tally));
    try (Delivery delivery = new Delivery(folder)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        delivery.add(file.getKey(), file.getValue());
      }
      delivery.add("tables.xlsx", Book.of(tally, words));
      List<String> beside = new ArrayList<>(List.of("report.pdf", "tables.xlsx"));
      beside.addAll(files.keySet());
      addReadable(delivery, tally, words, beside);
      delivery.publish();
    }
  }

  /** What people read: the charts, the page and the PDF. */
  private static void addReadable(Delivery delivery, Tally tally, Words words, List<String> beside)
      throws IOException {
    Faces faces = new Faces(Typeface.installed());
    Contents contents = Writing.of(tally, words);
    for (BarChart chart : contents.charts()) {
      delivery.add("charts/" + chart.name() + ".svg", ChartFiles.svg(chart, faces));
      delivery.add("charts/" + chart.name() + ".png", ChartFiles.png(chart, faces));
    }
    delivery.add("index.html", ReportPage.of(contents, beside, words));
    delivery.add("report.pdf", PdfReport.of(contents, words, faces, tally.made().asOf()));
  }
}
