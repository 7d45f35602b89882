package yomitori.simulate.score;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.record.PageRecord.Status;

/** {@code records.csv}. */
final class CsvRecords {

  private static final List<String> COLUMNS = List.of("source", "page", "form", "status");

  /** What a spreadsheet would run as a formula has this in front, see {@code records.csv}. */
  private static final String HARMLESS = "'";

  /** Stands for a character that the file's encoding lacks. */
  private static final String GETA = "〓";

  private CsvRecords() {}

  /**
   * Reads a table.
   *
   * @param forms whose fields are wanted, by id
   * @param details the same records with more about them, where they are there
   * @param each is given every record, in order
   */
  static void read(
      Path file,
      Charset charset,
      Map<String, Form> forms,
      Optional<JsonRecords> details,
      Consumer<ReadPage> each) {
    Set<PageKey> seen = new HashSet<>();
    CsvTable.read(
        file,
        charset,
        COLUMNS,
        row -> {
          ReadPage page = page(row, forms);
          if (!seen.add(page.key())) {
            throw row.wrong("twice", page.key().source(), page.key().page());
          }
          each.accept(
              details.flatMap(d -> d.of(page.key())).map(d -> joined(page, d)).orElse(page));
        });
  }

  private static ReadPage page(CsvTable.Row row, Map<String, Form> forms) {
    String word = row.get("status");
    Status status = Statuses.of(word).orElseThrow(() -> row.wrong("status", word));
    Form form = forms.get(row.get("form"));
    Map<String, ReadField> fields = new LinkedHashMap<>();
    if (form != null && (status == Status.ACCEPTED || status == Status.REVIEW)) {
      for (Field field : form.fields()) {
        if (!row.has(field.id())) {
          throw row.wrong("form.column", field.id());
        }
        String value = row.get(field.id());
        check(row, field, value);
        fields.put(field.id(), new ReadField(plain(value), Optional.empty()));
      }
    }
    return new ReadPage(row.key(), row.get("form"), status, fields);
  }

  private static void check(CsvTable.Row row, Field field, String value) {
    if (Kind.of(field) == Kind.CHECKBOX && !List.of("0", "1", "?").contains(value)) {
      throw row.wrong("mark", field.id(), value);
    }
  }

  private static String plain(String value) {
    boolean guarded =
        value.startsWith(HARMLESS)
            && value.length() > 1
            && "=+-@\t\r\n".indexOf(value.charAt(1)) >= 0;
    return guarded ? value.substring(1) : value;
  }

  /** The table's values with the details of those that it tells alike. */
  private static ReadPage joined(ReadPage table, ReadPage details) {
    Map<String, ReadField> fields = new LinkedHashMap<>();
    table
        .fields()
        .forEach(
            (id, field) -> {
              ReadField detail = details.fields().get(id);
              fields.put(id, detail != null && alike(field, detail) ? detail : field);
            });
    return new ReadPage(table.key(), table.form(), table.status(), fields);
  }

  private static boolean alike(ReadField table, ReadField detail) {
    return table.value().equals(detail.value()) || table.value().contains(GETA);
  }
}
