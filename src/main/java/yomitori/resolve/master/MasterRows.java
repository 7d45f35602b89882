package yomitori.resolve.master;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.resolve.Prefecture;
import yomitori.resolve.master.MasterListException.Fault;

/**
 * Finds the institutions among a table's rows. A plain table has a row of column names. A bureau's
 * list repeats its titles on each printed page and gives each institution some rows, of which the
 * first begins with its number, its code such as {@code 01,1047,8}, and its name; the prefecture
 * stands in a title, in the sheet's name or in the file's.
 */
final class MasterRows {

  private static final List<String> PREFECTURE_NAMES =
      List.of("pref", "prefecture", "都道府県", "都道府県コード", "都道府県番号");

  private static final List<String> CODE_NAMES =
      List.of("code7", "code", "医療機関コード", "保険医療機関コード", "医療機関番号", "コード");

  private static final List<String> NAME_NAMES =
      List.of("name", "医療機関名", "医療機関名称", "名称", "施設名", "保険医療機関名");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  /** A bureau's code: with commas, points, dashes or spaces between its parts, or without. */
  private static final Pattern CODE = Pattern.compile("[0-9][0-9,.\\-\\s]{5,11}[0-9]");

  private static final Pattern TITLE = Pattern.compile("[\\[［【(（]\\s*([^\\]］】)）]+?)\\s*[\\]］】)）]");

  /** Rows at whose beginning a row of column names is looked for. */
  private static final int HEAD_ROWS = 20;

  private final Path file;
  private final List<MasterEntry> entries = new ArrayList<>();
  private final List<MasterListFile.Skipped> skipped = new ArrayList<>();

  MasterRows(Path file) {
    this.file = file;
  }

  /** Where a plain table has what. */
  private record Columns(int row, int prefecture, int code, int name) {}

  /**
   * Takes one table.
   *
   * @param sheet its name in a workbook; empty otherwise
   */
  void take(List<List<String>> rows, String sheet) throws MasterListException {
    Columns columns = columns(rows);
    if (columns != null) {
      takePlain(rows, columns);
    } else {
      takeBureau(rows, sheet);
    }
  }

  /**
   * @throws MasterListException if no row was an institution
   */
  MasterListFile.Read read() throws MasterListException {
    if (entries.isEmpty()) {
      throw new MasterListException(file, Fault.NO_INSTITUTION, "");
    }
    return new MasterListFile.Read(MasterList.of(entries), skipped);
  }

  private static Columns columns(List<List<String>> rows) {
    for (int r = 0; r < Math.min(HEAD_ROWS, rows.size()); r++) {
      List<String> names = rows.get(r).stream().map(MasterRows::plain).toList();
      int prefecture = indexOf(names, PREFECTURE_NAMES);
      int code = indexOf(names, CODE_NAMES);
      int name = indexOf(names, NAME_NAMES);
      if (prefecture >= 0 && code >= 0 && name >= 0) {
        return new Columns(r, prefecture, code, name);
      }
    }
    return null;
  }

  private static int indexOf(List<String> names, List<String> wanted) {
    return wanted.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }

  private void takePlain(List<List<String>> rows, Columns columns) {
    for (int r = columns.row + 1; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      OptionalInt prefecture = prefecture(cell(row, columns.prefecture));
      String code = digits(cell(row, columns.code));
      if (prefecture.isPresent() && isCode(code)) {
        add(prefecture.getAsInt(), code, cell(row, columns.name));
      } else if (row.stream().anyMatch(c -> !c.isBlank())) {
        skipped.add(new MasterListFile.Skipped(r + 1, String.join(",", row)));
      }
    }
  }

  private void takeBureau(List<List<String>> rows, String sheet) throws MasterListException {
    OptionalInt prefecture = named(sheet);
    if (prefecture.isEmpty()) {
      prefecture = named(String.valueOf(file.getFileName()));
    }
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      prefecture = title(row, prefecture);
      String first = plain(cell(row, 0));
      String second = Normalizer.normalize(cell(row, 1), Normalizer.Form.NFKC);
      String firstLine = second.strip().split("\\R", -1)[0].strip();
      if (!NUMBER.matcher(first).matches() || !CODE.matcher(firstLine).matches()) {
        continue;
      }
      if (prefecture.isEmpty()) {
        throw new MasterListException(file, Fault.NO_PREFECTURE, "row " + (r + 1));
      }
      String code = digits(firstLine);
      if (isCode(code)) {
        add(prefecture.getAsInt(), code, cell(row, 2));
      } else {
        skipped.add(new MasterListFile.Skipped(r + 1, String.join(",", row)));
      }
    }
  }

  private void add(int prefecture, String digits, String name) {
    String code = "0".repeat(7 - Math.min(7, digits.length())) + digits;
    String ofPrefecture = code.length() == 7 ? code : code.substring(code.length() - 7);
    entries.add(new MasterEntry(prefecture, ofPrefecture, name.replaceAll("\\s+", " ").strip()));
  }

  /** Seven digits; fewer where a spreadsheet took zeros away; nine or ten with the prefecture. */
  private static boolean isCode(String digits) {
    return !digits.isEmpty()
        && (digits.length() <= 7 || digits.length() == 9 || digits.length() == 10);
  }

  private static OptionalInt title(List<String> row, OptionalInt before) {
    for (String cell : row) {
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

  private static OptionalInt named(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (int code = 1; code <= MasterEntry.PREFECTURES; code++) {
      String name = Prefecture.name(code);
      String stem = code == 1 ? name : name.substring(0, name.length() - 1);
      if (plain.contains(code == 26 ? name : stem)) {
        return OptionalInt.of(code);
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt prefecture(String cell) {
    String plain = plain(cell);
    if (plain.matches("[0-9]{1,2}")) {
      int code = Integer.parseInt(plain);
      return code >= 1 && code <= MasterEntry.PREFECTURES
          ? OptionalInt.of(code)
          : OptionalInt.empty();
    }
    return Prefecture.code(plain);
  }

  private static String cell(List<String> row, int i) {
    return i < row.size() ? row.get(i) : "";
  }

  private static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }

  private static String digits(String cell) {
    return plain(cell).replaceAll("[^0-9]", "");
  }
}
