package yomitori.resolve.master;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.resolve.table.TableRow;

/**
 * Where a plain table has what. Names of columns are the same in any case and width.
 *
 * @param header the place of the row of names among the rows
 */
record Columns(int header, int prefecture, int code, int name) {

  private static final List<String> PREFECTURE_NAMES =
      List.of(
          "pref", "prefecture", "prefcode", "prefecturecode", "都道府県", "都道府県名", "都道府県コード", "都道府県番号");

  private static final List<String> CODE_NAMES =
      List.of(
          "code7", "code", "institutioncode", "医療機関コード", "保険医療機関コード", "医療機関番号", "保険医療機関番号", "コード");

  private static final List<String> NAME_NAMES =
      List.of("name", "institutionname", "医療機関名", "医療機関名称", "名称", "施設名", "保険医療機関名", "保険医療機関名称");

  /** Rows at whose beginning a row of names is looked for. */
  private static final int HEAD_ROWS = 20;

  /** The columns of a table; empty where no row names all three. */
  static Optional<Columns> of(List<TableRow> rows) {
    for (int r = 0; r < Math.min(HEAD_ROWS, rows.size()); r++) {
      List<String> names = rows.get(r).cells().stream().map(Columns::name).toList();
      int prefecture = indexOf(names, PREFECTURE_NAMES);
      int code = indexOf(names, CODE_NAMES);
      int name = indexOf(names, NAME_NAMES);
      if (prefecture >= 0 && code >= 0 && name >= 0) {
        return Optional.of(new Columns(r, prefecture, code, name));
      }
    }
    return Optional.empty();
  }

  private static String name(String cell) {
    return TableRow.plain(cell).toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", "");
  }

  private static int indexOf(List<String> names, List<String> wanted) {
    return wanted.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }
}
