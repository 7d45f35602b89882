package yomitori.tally.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.resolve.AmountText;
import yomitori.resolve.master.Prefecture;
import yomitori.resolve.table.TableRow;
import yomitori.tally.answer.Given;
import yomitori.tally.plan.Question;
import yomitori.text.Lexicon;

/** Makes answers of the text of a cell. */
interface CellReader {

  /**
   * Takes a cell.
   *
   * @param column its column's name
   * @param cell as it is written; may be blank
   */
  void read(String column, String cell, RowAnswers row);

  /** A question of which all answers stand in one cell. */
  static CellReader question(Question question, AnswerTexts texts, String other) {
    return (column, cell, row) -> {
      AnswerTexts.Found found = texts.find(cell);
      if (!other.isEmpty()) {
        row.addWords(other, found.rest());
      } else if (!found.rest().isEmpty()) {
        row.unknown(column, found.rest());
      }
      if (question.isSingle()) {
        row.put(question.field(), single(found, cell, other));
      } else {
        boolean nothingKnown = found.ids().isEmpty() && !found.rest().isEmpty();
        String unmarked = nothingKnown && other.isEmpty() ? "?" : Given.UNMARKED;
        for (Question.AnswerOption answer : question.answers()) {
          boolean marked = found.ids().contains(answer.id());
          row.put(answer.id(), marked ? Given.MARKED : unmarked);
        }
      }
    };
  }

  private static String single(AnswerTexts.Found found, String cell, String other) {
    if (found.ids().size() == 1) {
      return found.ids().iterator().next();
    }
    boolean words = found.ids().isEmpty() && !other.isEmpty();
    return words ? "" : TableRow.plain(cell);
  }

  /** A column of its own for one answer. */
  static CellReader mark(String field, List<String> marked) {
    Set<String> yes = keys(marked.stream());
    Set<String> no = keys(Stream.of("", "0", "いいえ", "×", "-", "なし", "no", "false", "FALSE"));
    return (column, cell, row) -> {
      String key = AnswerTexts.key(cell);
      if (yes.contains(key)) {
        row.put(field, Given.MARKED);
      } else {
        boolean known = no.contains(key);
        row.put(field, known ? Given.UNMARKED : "?");
        if (!known) {
          row.unknown(column, cell);
        }
      }
    };
  }

  private static Set<String> keys(Stream<String> texts) {
    return texts.map(AnswerTexts::key).collect(Collectors.toUnmodifiableSet());
  }

  /** What is written in a field, as the records of faxes would show it. */
  static CellReader written(Field field) {
    return (column, cell, row) -> {
      String plain = TableRow.plain(cell);
      Optional<String> value = plain.isEmpty() ? Optional.of("") : value(field, plain);
      row.addWords(field.id(), value.orElse(plain));
      if (value.isEmpty()) {
        row.unknown(column, cell);
      }
    };
  }

  private static Optional<String> value(Field field, String plain) {
    if (field instanceof AmountField amount) {
      return AmountText.number(plain, amount.unit())
          .map(number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
    if (field instanceof CombField comb) {
      String digits = plain.replaceAll("[\\s\\-‐‑–—−ー,.]", "");
      int missing = comb.cells().size() - digits.length();
      return digits.matches("[0-9]+") && missing >= 0
          ? Optional.of("0".repeat(missing) + digits)
          : Optional.empty();
    }
    if (field instanceof TextField text && !text.lexicon().isEmpty()) {
      String word = plain.replaceAll("\\s", "");
      return text.lexicon().stream()
          .filter(entry -> Lexicon.ways(entry).contains(word) || isNumber(entry, word))
          .findFirst();
    }
    return Optional.of(plain);
  }

  /** Whether a word is the number of a prefecture. */
  private static boolean isNumber(String entry, String word) {
    OptionalInt code = Prefecture.code(entry);
    return code.isPresent()
        && (word.equals(Integer.toString(code.getAsInt())) || word.equals("0" + code.getAsInt()));
  }
}
