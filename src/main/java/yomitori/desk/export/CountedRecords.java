package yomitori.desk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.EmptyHandling;
import yomitori.desk.export.Handed.Page;
import yomitori.desk.ledger.Ledger;
import yomitori.record.RecordJsonlWriter;
import yomitori.record.RecordLine;

/** The records that count now, without handing them over: no export is noted. */
public final class CountedRecords {

  /** Pages looked up at a time: few statements, little memory. */
  private static final int AT_A_TIME = 200;

  private final Ledger ledger;

  /** Those of a desk. */
  public CountedRecords(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * How many pages there are.
   *
   * @param counting those that count
   * @param inDoubt those of which a value waits for a person
   */
  public record Numbers(int counting, int inDoubt) {}

  /** How many records count, and how many would if nothing of them were in doubt. */
  public Numbers numbers() {
    return ledger.read(
        handle ->
            new Numbers(
                Handed.countAll(handle),
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM page WHERE status = 'review' AND same_as IS NULL")
                    .mapTo(int.class)
                    .one()));
  }

  /**
   * Writes {@code records.jsonl} as an export of all records would hold it now.
   *
   * @param file appears when it is whole
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    try (RecordJsonlWriter out = new RecordJsonlWriter(file)) {
      ledger.snapshot(
          handle -> {
            List<Page> pages = Handed.all(handle);
            for (int from = 0; from < pages.size(); from += AT_A_TIME) {
              List<Page> some = pages.subList(from, Math.min(pages.size(), from + AT_A_TIME));
              ReviewedRecords.of(handle, some.stream().map(Page::id).toList())
                  .values()
                  .forEach(line -> write(out, line));
            }
            return true;
          });
      out.publish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(RecordJsonlWriter out, RecordLine line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The pages that count under some records' names, by name; a record that counts no more is
   * missing.
   *
   * @param records few enough for one statement
   */
  public Map<String, Long> pages(Collection<String> records) {
    return ledger.read(
        handle -> {
          Map<String, Long> pages = new LinkedHashMap<>();
          handle
              .createQuery(
                  "SELECT p.record_id, p.id FROM page p WHERE p.record_id IN (<records>) AND "
                      + Handed.COUNTS)
              .bindList(EmptyHandling.NULL_KEYWORD, "records", List.copyOf(records))
              .map((row, context) -> Map.entry(row.getString("record_id"), row.getLong("id")))
              .forEach(page -> pages.put(page.getKey(), page.getValue()));
          return pages;
        });
  }
}
