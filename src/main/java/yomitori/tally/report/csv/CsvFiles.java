package yomitori.tally.report.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import yomitori.form.Field;
import yomitori.review.web.SpreadsheetCsv;
import yomitori.tally.Tally;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.count.ContradictionFound;
import yomitori.tally.count.Opinion;
import yomitori.tally.duplicate.Proposal;
import yomitori.tally.duplicate.Removal;
import yomitori.tally.report.words.Words;

/**
 * The CSV files of a tally: UTF-8 with a byte order mark, RFC 4180; an apostrophe stands before
 * what a spreadsheet would run as a formula.
 */
public final class CsvFiles {

  /** The file of the answers that count. */
  public static final String ANSWERS = "answers.csv";

  private static final List<String> WHO =
      List.of("source", "reference", "answered_at", "prefecture", "code", "name");

  private final Tally tally;
  private final Words words;

  private CsvFiles(Tally tally, Words words) {
    this.tally = tally;
    this.words = words;
  }

  /** The files by name. */
  public static Map<String, byte[]> of(Tally tally, Words words) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Map.Entry<String, Stream<List<?>>> table : tables(tally, words).entrySet()) {
      files.put(table.getKey(), file(table.getValue()));
    }
    return files;
  }

  /** The rows of each file, its head first, by the file's name. */
  public static Map<String, Stream<List<?>>> tables(Tally tally, Words words) {
    CsvFiles csv = new CsvFiles(tally, words);
    Map<String, Stream<List<?>>> tables = new LinkedHashMap<>();
    tables.put("tables.csv", LongTable.rows(tally, words));
    tables.put(ANSWERS, csv.answers());
    tables.put("removed.csv", csv.removed());
    tables.put("proposals.csv", csv.proposals());
    tables.put("contradictions.csv", csv.contradictions());
    tables.put("opinions.csv", csv.opinions());
    tables.put("not-counted.csv", csv.notCounted());
    return tables;
  }

  private static byte[] file(Stream<List<?>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SpreadsheetCsv csv = new SpreadsheetCsv(bytes)) {
      for (List<?> row : (Iterable<List<?>>) rows::iterator) {
        csv.row(row);
      }
    }
    return bytes.toByteArray();
  }

  private Stream<List<?>> answers() {
    List<String> fields = tally.plan().form().fields().stream().map(Field::id).toList();
    List<String> head = new ArrayList<>(List.of("source", "reference", "answered_at", "class"));
    head.addAll(fields);
    head.add("in_doubt");
    return Stream.concat(Stream.of(head), tally.counted().stream().map(a -> answer(a, fields)));
  }

  private List<String> answer(Answer answer, List<String> fields) {
    List<String> row = new ArrayList<>();
    row.add(answer.source());
    row.add(answer.reference());
    row.add(at(answer));
    row.add(tally.plan().classOf(answer).id());
    fields.forEach(field -> row.add(answer.value(field)));
    row.add(String.join(" ", fields.stream().filter(f -> answer.given(f).isInDoubt()).toList()));
    return row;
  }

  private static String at(Answer answer) {
    return answer.answeredAt().map(Object::toString).orElse("");
  }

  private Stream<List<?>> removed() {
    List<String> head = new ArrayList<>(who("removed_"));
    head.addAll(who("kept_"));
    head.addAll(List.of("reason", "reason_label"));
    return Stream.concat(Stream.of(head), tally.removals().stream().map(this::removal));
  }

  private List<String> removal(Removal removal) {
    List<String> row = new ArrayList<>(who(removal.removed()));
    row.addAll(who(removal.kept()));
    row.addAll(reason(removal.reason()));
    return row;
  }

  private Stream<List<?>> proposals() {
    List<String> head = new ArrayList<>(who("first_"));
    head.addAll(who("second_"));
    head.addAll(List.of("why", "why_label", "decision"));
    return Stream.concat(Stream.of(head), tally.proposals().stream().map(this::proposal));
  }

  private List<String> proposal(Proposal proposal) {
    List<String> row = new ArrayList<>(who(proposal.first()));
    row.addAll(who(proposal.second()));
    row.addAll(reason(proposal.why()));
    row.add("");
    return row;
  }

  private Stream<List<?>> contradictions() {
    List<String> head = new ArrayList<>(WHO);
    head.addAll(List.of("contradiction", "contradiction_label"));
    return Stream.concat(Stream.of(head), tally.contradictions().stream().map(this::contradiction));
  }

  private List<String> contradiction(ContradictionFound found) {
    List<String> row = new ArrayList<>(who(found.answer()));
    row.addAll(List.of(found.contradiction().id(), found.contradiction().label()));
    return row;
  }

  private Stream<List<?>> opinions() {
    List<String> head = new ArrayList<>(WHO);
    head.addAll(List.of("field", "text", "themes"));
    return Stream.concat(Stream.of(head), tally.opinions().stream().map(this::opinion));
  }

  private List<String> opinion(Opinion opinion) {
    List<String> row = new ArrayList<>(who(opinion.answer()));
    row.addAll(List.of(opinion.field(), opinion.text(), String.join("; ", opinion.themes())));
    return row;
  }

  private Stream<List<?>> notCounted() {
    return Stream.concat(
        Stream.of(List.of("source", "reference", "reason", "reason_label", "detail")),
        tally.sources().stream()
            .map(SourceAnswers::notCounted)
            .flatMap(List::stream)
            .map(this::no));
  }

  private List<String> no(NotCounted none) {
    List<String> row = new ArrayList<>(List.of(none.source(), none.reference()));
    row.addAll(reason(none.reason()));
    row.add(none.detail());
    return row;
  }

  private List<String> reason(Enum<?> reason) {
    return List.of(reason.name().toLowerCase(Locale.ROOT), words.of(reason));
  }

  private static List<String> who(String prefix) {
    return WHO.stream().map(column -> prefix + column).toList();
  }

  private List<String> who(Answer answer) {
    return List.of(
        answer.source(),
        answer.reference(),
        at(answer),
        answer.value(tally.plan().institution().prefecture()),
        answer.value(tally.plan().institution().code()),
        answer.value(tally.plan().institution().name()));
  }
}
