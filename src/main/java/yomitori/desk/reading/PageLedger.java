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
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.failure.Failure;
import yomitori.desk.ledger.Ledger;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.record.PageRecord;
import yomitori.record.RecordJson;
import yomitori.resolve.FieldValue;

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
          Optional<Long> same =
              handle
                  .createQuery(
                      "SELECT MIN(COALESCE(same_as, id)) FROM page WHERE record_id = :record")
                  .bind("record", record.recordId())
                  .mapTo(Long.class)
                  .findOne();
          long page = insert(handle, fax, record, same, now);
          insertReading(handle, page, line);
          if (same.isEmpty()) { // what is there twice is looked at once
            insertValues(handle, page, record);
          }
          also.accept(handle);
          return page;
        });
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

  private void insertValues(Handle handle, long page, PageRecord record) {
    if (record.values().isEmpty()) {
      return;
    }
    Map<String, Field> fields =
        forms.get(record.form()).fields().stream()
            .collect(Collectors.toMap(Field::id, Function.identity()));
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO field_value (page_id, position, field, value, confidence, decision,"
                + " reason, worth, likely) VALUES (:page, :position, :field, :value, :confidence,"
                + " :decision, :reason, :worth, :likely)");
    int position = 0;
    for (FieldValue value : record.values()) {
      batch
          .bind("page", page)
          .bind("position", position++)
          .bind("field", value.fieldId())
          .bind("value", value.value())
          .bind("confidence", value.confidence())
          .bind("decision", value.inDoubt() ? "review" : "accepted")
          .bind("reason", value.reason().map(PageLedger::lower).orElse(""))
          .bind("worth", Worth.of(fields.get(value.fieldId()), value))
          .bind("likely", likely(value))
          .add();
    }
    batch.execute();
  }

  private static String likely(FieldValue value) {
    return value.value().equals(FieldValue.IN_DOUBT)
        ? value.alternatives().stream().findFirst().orElse("")
        : "";
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
