package yomitori.resolve.master;

import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.resolve.table.TableRow;
import yomitori.text.Lexicon;

/**
 * What a regional bureau's list is known by. It repeats its titles on each printed page and gives
 * each institution some rows, of which the first begins with its number, its code such as {@code
 * 01,1047,8}, and its name; the prefecture stands in a title, in the sheet's name or in the file's.
 */
final class BureauTable {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  /** A code with commas, points, dashes or spaces between its parts. */
  private static final Pattern CODE_IN_PARTS =
      Pattern.compile("[0-9]{2}[,.\\-\\s][0-9][0-9,.\\-\\s]*");

  private static final Pattern TITLE = Pattern.compile("[\\[［【(（]\\s*([^\\]］】)）]+?)\\s*[\\]］】)）]");

  private static final List<String> SIGNS = List.of("医療機関一覧", "項番", "医療機関番号");

  /** Rows at whose beginning a title is looked for. */
  private static final int HEAD_ROWS = 20;

  private BureauTable() {}

  /** Whether a table is a bureau's: it says so, or begins at once with a code in parts. */
  static boolean is(List<TableRow> rows) {
    boolean titled =
        rows.stream()
            .limit(HEAD_ROWS)
            .flatMap(row -> row.cells().stream())
            .map(cell -> TableRow.plain(cell).replaceAll("\\s", ""))
            .anyMatch(cell -> SIGNS.stream().anyMatch(cell::contains));
    return titled
        || rows.stream()
            .filter(row -> !row.blank())
            .findFirst()
            .filter(row -> NUMBER.matcher(row.plain(0)).matches())
            .filter(row -> CODE_IN_PARTS.matcher(InstitutionCell.firstLine(row.cell(1))).matches())
            .isPresent();
  }

  /** Whether a row is the first one of an institution, well written or not. */
  static boolean begins(TableRow row) {
    return NUMBER.matcher(row.plain(0)).matches()
        && row.cells().size() > 2
        && DIGIT.matcher(row.plain(1)).find();
  }

  /** The prefecture that a row names as its page's title; else the one before. */
  static OptionalInt title(TableRow row, OptionalInt before) {
    for (String cell : row.cells()) {
      Matcher title = TITLE.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC));
      if (title.find()) {
        OptionalInt code = Prefecture.code(title.group(1).replaceAll("\\s", ""));
        if (code.isPresent()) {
          return code;
        }
      }
    }
    return before;
  }

  /** The first prefecture, by code, that a sheet's or a file's name holds: 東京都 is not 京都. */
  static OptionalInt named(String text) {
    String plain = TableRow.plain(text);
    for (int code = 1; code <= MasterEntry.PREFECTURES; code++) {
      if (Lexicon.ways(Prefecture.name(code)).stream().anyMatch(plain::contains)) {
        return OptionalInt.of(code);
      }
    }
    return OptionalInt.empty();
  }
}
