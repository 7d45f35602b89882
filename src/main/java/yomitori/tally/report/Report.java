package yomitori.tally.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import yomitori.tally.Tally;
import yomitori.tally.report.book.Book;
import yomitori.tally.report.csv.CsvFiles;
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
   * @throws IOException if a file cannot be written; what was there before is then still there
   */
  public static void write(Tally tally, Path folder, Locale locale) throws IOException {
    Words words = new Words(locale);
    try (Delivery delivery = new Delivery(folder)) {
      for (Map.Entry<String, byte[]> file : CsvFiles.of(tally, words).entrySet()) {
        delivery.add(file.getKey(), file.getValue());
      }
      delivery.add("tables.xlsx", Book.of(tally, words));
      delivery.add("made.json", MadeJson.of(tally));
      delivery.publish();
    }
  }
}
