package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.record.PageRecord;
import yomitori.register.Blank;
import yomitori.resolve.FieldValue;

/**
 * How the ticks that were read agree with those that were made: one answer for each checkbox of a
 * multiple-choice question, one for each single-choice question.
 *
 * @param right answers read as they were made
 * @param doubtful answers left to a person
 * @param wrong answers read otherwise
 */
record MarkAgreement(int right, int doubtful, int wrong) {

  int all() {
    return right + doubtful + wrong;
  }

  /**
   * Compares the records with a table of the truth; nothing where there is no such table.
   *
   * @param truth with the columns {@code source}, {@code page} and those of the fields
   */
  static Optional<MarkAgreement> with(Path truth, List<Blank> blanks, List<PageRecord> records) {
    if (!Files.isRegularFile(truth)) {
      return Optional.empty();
    }
    Map<String, CSVRecord> rows = rows(truth);
    Set<String> marked =
        blanks.stream()
            .flatMap(blank -> blank.form().fields().stream())
            .filter(field -> field instanceof CheckboxField || field instanceof ChoiceField)
            .map(Field::id)
            .collect(Collectors.toSet());
    int right = 0;
    int doubtful = 0;
    int wrong = 0;
    for (PageRecord record : records) {
      CSVRecord row = rows.get(key(record.source(), Integer.toString(record.page())));
      if (row == null) {
        continue;
      }
      for (FieldValue value : record.values()) {
        if (!marked.contains(value.fieldId()) || !row.isMapped(value.fieldId())) {
          continue;
        }
        if (value.value().equals(row.get(value.fieldId()))) {
          right++;
        } else if (value.value().equals(FieldValue.IN_DOUBT)) {
          doubtful++;
        } else {
          wrong++;
        }
      }
    }
    return Optional.of(new MarkAgreement(right, doubtful, wrong));
  }

  private static Map<String, CSVRecord> rows(Path truth) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(withoutMark(Files.readString(truth)), format)) {
      Map<String, CSVRecord> rows = new HashMap<>();
      parser.forEach(row -> rows.put(key(row.get("source"), row.get("page")), row));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String key(String source, String page) {
    return source + '\n' + page;
  }
}
