package yomitori.simulate.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yomitori.form.CheckboxField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;

/** Tables of truth and records of the survey form, where all is empty but what a test says. */
final class Tables {

  static final FormLibrary FORMS = new FormLibrary(Path.of("forms"));
  static final Form FORM = FORMS.load("jma-onshi-2022");

  private final Path folder;
  private final List<String> truth = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final List<String> json = new ArrayList<>();
  private Charset charset = StandardCharsets.UTF_8;

  Tables(Path folder) {
    this.folder = folder;
    String columns = String.join(",", FORM.fields().stream().map(Field::id).toList());
    truth.add("source,page,form," + columns);
    records.add("record_id,form,form_version,source,page,received_at,status," + columns);
  }

  Tables truth(String source, int page, Map<String, String> values) {
    truth.add(source + "," + page + ",jma-onshi-2022," + cells(values));
    return this;
  }

  Tables record(String source, int page, String status, Map<String, String> values) {
    String form = status.equals("not_a_form") ? "" : "jma-onshi-2022";
    records.add("x," + form + ",1," + source + "," + page + ",t," + status + "," + cells(values));
    return this;
  }

  /** A line of {@code records.jsonl} with the fields given as JSON, by id. */
  Tables json(String source, String status, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>();
    for (Field field : FORM.fields()) {
      all.put(field.id(), field(empty(field), 0.999, "accepted", "null"));
    }
    all.putAll(fields);
    List<String> members = new ArrayList<>();
    FORM.fields().forEach(f -> members.add("\"" + f.id() + "\":" + all.get(f.id())));
    json.add(
        "{\"form\":\"jma-onshi-2022\",\"source\":\""
            + source
            + "\",\"page\":1,\"status\":\""
            + status
            + "\",\"fields\":{"
            + String.join(",", members)
            + "}}");
    return this;
  }

  static String field(String value, double confidence, String decision, String reason) {
    String alternatives = value.equals("?") ? "[\"1\",\"0\"]" : "[]";
    return String.format(
        Locale.ROOT,
        "{\"value\":\"%s\",\"confidence\":%s,\"decision\":\"%s\",\"alternatives\":%s,"
            + "\"reason\":%s,\"box\":{\"page\":1,\"x\":80,\"y\":160,\"w\":30,\"h\":30}}",
        value,
        confidence,
        decision,
        alternatives,
        reason);
  }

  Tables beside(String name, String... lines) {
    write(folder.resolve(name), List.of(lines), StandardCharsets.UTF_8);
    return this;
  }

  Tables in(Charset other) {
    charset = other;
    return this;
  }

  Path truthCsv() {
    return folder.resolve("truth.csv");
  }

  Path recordsCsv() {
    return folder.resolve("records.csv");
  }

  Path recordsJsonl() {
    return folder.resolve("records.jsonl");
  }

  void write() {
    write(truthCsv(), truth, StandardCharsets.UTF_8);
    write(recordsCsv(), records, charset);
    if (!json.isEmpty()) {
      write(recordsJsonl(), json, StandardCharsets.UTF_8);
    }
  }

  Score score() {
    write();
    return Evaluation.of(truthCsv(), recordsCsv(), charset, FORMS, Optional.empty());
  }

  private static void write(Path file, List<String> lines, Charset charset) {
    try {
      Files.writeString(file, String.join("\r\n", lines) + "\r\n", charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cells(Map<String, String> values) {
    List<String> cells = new ArrayList<>();
    FORM.fields().forEach(f -> cells.add(values.getOrDefault(f.id(), empty(f))));
    return String.join(",", cells);
  }

  private static String empty(Field field) {
    return field instanceof CheckboxField ? "0" : "";
  }
}
