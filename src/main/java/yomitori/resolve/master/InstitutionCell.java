package yomitori.resolve.master;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import yomitori.resolve.table.TableRow;
import yomitori.text.Lexicon;

/** What the cells of an institution's row say. */
final class InstitutionCell {

  private static final int CODE_LENGTH = 7;

  /** Districts begin with 01: a spreadsheet takes one zero away at the most. */
  private static final int SHORTEST = CODE_LENGTH - 1;

  /** Digits with commas, points, dashes or spaces between their parts, or without. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]+(?:[,.\\-‐‑–—−ー\\s]+[0-9]+)*");

  /** A number as spreadsheets write those that may have a fraction. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("([0-9]+)\\.0");

  private InstitutionCell() {}

  /** Prefecture by number or name, with or without 都, 府 or 県. */
  static OptionalInt prefecture(String cell) {
    String plain = WHOLE_NUMBER.matcher(TableRow.plain(cell)).replaceFirst("$1");
    if (plain.matches("[0-9]{1,2}")) {
      int code = Integer.parseInt(plain);
      return code >= 1 && code <= MasterEntry.PREFECTURES
          ? OptionalInt.of(code)
          : OptionalInt.empty();
    }
    for (int code = 1; code <= MasterEntry.PREFECTURES; code++) {
      if (Lexicon.ways(Prefecture.name(code)).contains(plain)) {
        return OptionalInt.of(code);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The seven digits of a code. Written may be fewer, where a spreadsheet took a zero away, and
   * nine or ten, with the prefecture in front.
   *
   * @return empty where it is anything else, a letter in it or another prefecture in front
   */
  static Optional<String> code(String cell, int prefecture) {
    String written = WHOLE_NUMBER.matcher(firstLine(cell)).replaceFirst("$1");
    if (!DIGITS.matcher(written).matches()) {
      return Optional.empty();
    }
    String digits = written.replaceAll("[^0-9]", "");
    if (digits.length() >= SHORTEST && digits.length() <= CODE_LENGTH) {
      return Optional.of("0".repeat(CODE_LENGTH - digits.length()) + digits);
    }
    boolean withPrefecture =
        (digits.length() == CODE_LENGTH + 2 || digits.length() == CODE_LENGTH + 3)
            && Integer.parseInt(digits.substring(0, 2)) == prefecture;
    return withPrefecture
        ? Optional.of(digits.substring(digits.length() - CODE_LENGTH))
        : Optional.empty();
  }

  /** The first line of a cell: a second code may stand below the first. */
  static String firstLine(String cell) {
    return TableRow.plain(cell).split("\\R", -1)[0].strip();
  }

  /** A name with single spaces. */
  static String name(String cell) {
    return cell.replaceAll("[\\s　]+", " ").strip();
  }
}
