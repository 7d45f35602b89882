package yomitori.simulate.score;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code failed.csv} names.
 *
 * @param files files that failed as a whole
 * @param pages single pages
 */
record FailedPages(Set<String> files, Set<PageKey> pages) {

  /** Reads the table; nothing where it is not there. */
  static FailedPages load(Path file, Charset charset) {
    FailedPages failed = new FailedPages(new HashSet<>(), new HashSet<>());
    if (Files.isRegularFile(file)) {
      CsvTable.read(file, charset, List.of("source", "page"), failed::add);
    }
    return failed;
  }

  private void add(CsvTable.Row row) {
    if (row.get("page").isEmpty()) {
      files.add(PageKey.normalised(row.get("source")));
    } else {
      pages.add(row.key());
    }
  }

  boolean names(PageKey key) {
    return pages.contains(key) || files.contains(key.source());
  }
}
