package yomitori.desk.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import yomitori.desk.DataFolder;
import yomitori.desk.failure.Failure;
import yomitori.desk.ledger.Ledger;

/**
 * Lays a copy of every fax that could not be read, in whole or in part, into {@code failed/}, its
 * reason beside it. The fax itself stays in the archive; what a clerk does with the copy changes
 * nothing.
 */
final class FailedFolder {

  private final DataFolder data;
  private final Ledger ledger;

  private record Untold(long id, String name, String archived, String reason) {}

  private record FailedPage(int number, String reason) {}

  FailedFolder(DataFolder data, Ledger ledger) {
    this.data = data;
    this.ledger = ledger;
  }

  /**
   * Lays out those that are not there yet.
   *
   * @throws IOException if the folder cannot be written; they are laid out at the next call
   */
  void layOut() throws IOException {
    IOException first = null;
    for (Untold fax : untold()) {
      try {
        layOut(fax);
      } catch (IOException e) { // the others must not wait for it
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private void layOut(Untold fax) throws IOException {
    Path source = data.root().resolve(fax.archived());
    Path copy = data.failedCopy(fax.id(), fax.name());
    Files.createDirectories(data.failed());
    if (Files.exists(source)) {
      Path part = copy.resolveSibling("." + copy.getFileName() + ".part");
      Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(DataFolder.reasonOf(copy), text(fax), StandardCharsets.UTF_8);
    ledger.change(h -> h.execute("UPDATE fax SET told = 1 WHERE id = ?", fax.id()));
  }

  private List<Untold> untold() {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, name, archived, reason FROM fax WHERE told = 0 AND state IN ('failed',"
                        + " 'read')")
                .map(
                    (row, context) ->
                        new Untold(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("archived"),
                            row.getString("reason")))
                .list());
  }

  private String text(Untold fax) {
    List<FailedPage> pages =
        ledger.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT number, reason FROM page WHERE fax_id = :fax AND status ="
                            + " 'failed' AND number > 0 ORDER BY number")
                    .bind("fax", fax.id())
                    .map(
                        (row, context) ->
                            new FailedPage(row.getInt("number"), row.getString("reason")))
                    .list());
    StringBuilder text = new StringBuilder();
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      text.append(fax.name()).append('\n');
      if (!fax.reason().isEmpty()) { // the fax as a whole, with a page 0 or with none
        text.append(Failure.parse(fax.reason()).said(locale)).append('\n');
      }
      for (FailedPage page : pages) {
        text.append(
            locale.equals(Locale.JAPANESE)
                ? page.number() + " ページ目："
                : "page " + page.number() + ": ");
        text.append(Failure.parse(page.reason()).said(locale)).append('\n');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
