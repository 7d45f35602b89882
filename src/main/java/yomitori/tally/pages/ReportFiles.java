package yomitori.tally.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a report, as they are handed out: by names that are compared, never followed.
 *
 * @param folder of the report
 * @param names of its files, relative, with {@code /}; the ones to hand over first
 */
public record ReportFiles(Path folder, List<String> names) {

  /** All of them in one file. */
  public static final String ZIP = "tally.zip";

  private static final List<String> FIRST = List.of("report.pdf", "tables.xlsx", "tables.csv");

  /** Keeps the lists. */
  public ReportFiles {
    names = List.copyOf(names);
  }

  static ReportFiles of(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> names =
          all.filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      return new ReportFiles(
          folder,
          Stream.concat(FIRST.stream().filter(names::contains), names.stream())
              .distinct()
              .toList());
    }
  }

  /** Those that are handed out one by one. */
  public List<String> single() {
    return names.stream().filter(name -> !name.contains("/") && !name.endsWith(".html")).toList();
  }

  /** The charts, for a page to show. */
  public List<String> charts() {
    return names.stream().filter(name -> name.matches("charts/[^/]+\\.svg")).toList();
  }

  /** The charts of a question. */
  public List<String> charts(String question) {
    return charts().stream().filter(name -> name.startsWith("charts/" + question + "-")).toList();
  }

  /** A file by its name, which may come from anywhere. */
  Optional<Path> find(String name) {
    return names.contains(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
  }

  void zip(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(folder.resolve(name), zip);
        zip.closeEntry();
      }
    }
  }

  static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "pdf" -> "application/pdf";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "csv" -> "text/csv";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case "zip" -> "application/zip";
      default -> "application/json";
    };
  }
}
