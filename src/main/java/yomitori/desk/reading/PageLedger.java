package yomitori.desk.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import yomitori.desk.failure.Failure;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.StoredLine;
import yomitori.form.Form;
import yomitori.record.PageRecord;
import yomitori.record.RecordJson;

/** Writes pages into the ledger, each whole or not at all. */
public final class PageLedger {

  private final Ledger ledger;
  private final Map<String, Form> forms;

  /**
   * @param forms those that pages are read as
   */
  public PageLedger(Ledger ledger, List<Form> forms) {
    this.ledger = ledger;
    this.forms = forms.stream().collect(Collectors.toMap(Form::id, Function.identity()));
  }

  /** Those that pages are read as, by id. */
  Map<String, Form> forms() {
    return forms;
  }

  /**
   * Adds a page that has a record.
   *
   * @param fax in the ledger
   * @return the page in the ledger
   */
  public long add(long fax, PageRecord record, Instant now) {
    return add(fax, record, now, handle -> {});
  }

  /**
   * @param also is done in the same transaction
   */
  long add(long fax, PageRecord record, Instant now, Consumer<Handle> also) {
    String line = line(record);
    return ledger.write(
        handle -> {
          takeTurn(handle);
          Optional<Long> same =
              handle
                  .createQuery(
                      "SELECT MIN(COALESCE(same_as, id)) FROM page WHERE record_id = :record")
                  .bind("record", record.recordId())
                  .mapTo(Long.class)
                  .findOne();
          long page = insert(handle, fax, record, same, now);
          insertReading(handle, page, line);
          if (same.isEmpty()
              && !record.values().isEmpty()) { // what is there twice is looked at once
            PageValues.insert(handle, page, forms.get(record.form()), record);
          }
          also.accept(handle);
          return page;
        });
  }

  /**
   * Puts a record in the place of a page's earlier one, which had no values, within the caller's
   * transaction.
   */
  public void replace(Handle handle, long page, PageRecord record, Instant now) {
    takeTurn(handle);
    handle
        .createUpdate(
            "UPDATE page SET record_id = :record, form = :form, form_version = :version, status ="
                + " :status, read_at = :now, same_as = (SELECT MIN(o.id) FROM page o WHERE"
                + " o.record_id = :record AND o.same_as IS NULL AND o.id <> :page) WHERE id ="
                + " :page")
        .bind("record", record.recordId())
        .bind("form", record.form())
        .bind("version", record.formVersion())
        .bind("status", lower(record.status()))
        .bind("now", now.toEpochMilli())
        .bind("page", page)
        .execute();
    handle
        .createUpdate("UPDATE reading SET line = :line WHERE page_id = :page")
        .bind("line", line(record))
        .bind("page", page)
        .execute();
    PageValues.insert(handle, page, forms.get(record.form()), record);
  }

  /**
   * Gives a page that was a second copy, and therefore without values, those that were read of it,
   * within the caller's transaction.
   */
  public void fill(Handle handle, long page) {
    Optional<String> line =
        handle
            .createQuery(
                "SELECT r.line FROM reading r WHERE r.page_id = :page AND NOT EXISTS (SELECT 1 FROM"
                    + " field_value v WHERE v.page_id = r.page_id)")
            .bind("page", page)
            .mapTo(String.class)
            .findOne();
    line.map(text -> StoredLine.parse(text).record())
        .filter(record -> forms.containsKey(record.form()))
        .ifPresent(record -> PageValues.insert(handle, page, forms.get(record.form()), record));
  }

  /**
   * Adds a page that could not be read.
   *
   * @param number from 1, or 0 for the whole file
   */
  public void add(long fax, int number, Failure failure, Instant now) {
    add(fax, number, failure, now, handle -> {});
  }

  /**
   * @param also is done in the same transaction
   */
  void add(long fax, int number, Failure failure, Instant now, Consumer<Handle> also) {
    ledger.change(
        handle -> {
          takeTurn(handle);
          handle
              .createUpdate(
                  "INSERT INTO page (fax_id, number, record_id, form, form_version, status,"
                      + " read_at, changed_at, reason) VALUES (:fax, :number, '', '', '',"
                      + " 'failed', :now, :now, :reason)")
              .bind("fax", fax)
              .bind("number", number)
              .bind("now", now.toEpochMilli())
              .bind("reason", failure.stored())
              .execute();
          also.accept(handle);
        });
  }

  /**
   * From here on to the end of the transaction no other page is added: of two with one record the
   * second sees the first, and numbers of pages become visible in their order.
   */
  private static void takeTurn(Handle handle) {
    handle.execute("UPDATE page_turn SET taken = 1 - taken");
  }

  private static long insert(
      Handle handle, long fax, PageRecord record, Optional<Long> same, Instant now) {
    return handle
        .createUpdate(
            "INSERT INTO page (fax_id, number, record_id, same_as, form, form_version, status,"
                + " read_at, changed_at) VALUES (:fax, :number, :record, :same, :form, :version,"
                + " :status, :now, :now)")
        .bind("fax", fax)
        .bind("number", record.page())
        .bind("record", record.recordId())
        .bind("same", same.orElse(null))
        .bind("form", record.form())
        .bind("version", record.formVersion())
        .bind("status", lower(record.status()))
        .bind("now", now.toEpochMilli())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  private static void insertReading(Handle handle, long page, String line) {
    handle
        .createUpdate("INSERT INTO reading (page_id, line) VALUES (:page, :line)")
        .bind("page", page)
        .bind("line", line)
        .execute();
  }

  private static String line(PageRecord record) {
    try {
      return new String(RecordJson.line(record), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory: cannot be
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
