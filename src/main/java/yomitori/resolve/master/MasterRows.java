package yomitori.resolve.master;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yomitori.resolve.master.MasterListException.Fault;
import yomitori.resolve.master.MasterListFile.Skipped;
import yomitori.resolve.master.MasterListFile.Why;
import yomitori.resolve.table.TableRow;

/** Finds the institutions among the rows of a file's tables, plain ones and the bureaus'. */
final class MasterRows {

  /** Letters of an unknown header that are shown. */
  private static final int HEADER_SHOWN = 200;

  private final Path file;
  private final List<MasterEntry> entries = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private Optional<TableRow> unknownHeader = Optional.empty();

  MasterRows(Path file) {
    this.file = file;
  }

  /**
   * Takes one table.
   *
   * @param sheet its name in a workbook; empty otherwise
   */
  void take(List<TableRow> rows, String sheet) throws MasterListException {
    Optional<Columns> columns = Columns.of(rows);
    if (columns.isPresent()) {
      takePlain(rows, columns.get());
    } else if (BureauTable.is(rows)) {
      takeBureau(rows, sheet);
    } else if (unknownHeader.isEmpty()) {
      unknownHeader = rows.stream().filter(row -> !row.blank()).findFirst();
    }
  }

  /**
   * @throws MasterListException if no row was an institution, or most were not what they should be
   */
  MasterListFile.Read read() throws MasterListException {
    if (entries.isEmpty() && skipped.isEmpty()) {
      if (unknownHeader.isPresent()) {
        String header = unknownHeader.get().text();
        String shown = header.substring(0, Math.min(HEADER_SHOWN, header.length()));
        throw new MasterListException(file, Fault.UNKNOWN_HEADER, shown);
      }
      throw new MasterListException(file, Fault.NO_INSTITUTION);
    }
    if (skipped.size() > entries.size()) {
      Skipped first = skipped.get(0);
      throw new MasterListException(
          file,
          Fault.MOSTLY_BAD,
          Integer.toString(skipped.size()),
          Integer.toString(skipped.size() + entries.size()),
          Integer.toString(first.row()),
          first.text());
    }
    return new MasterListFile.Read(entries, skipped);
  }

  private void takePlain(List<TableRow> rows, Columns columns) {
    for (TableRow row : rows.subList(columns.header() + 1, rows.size())) {
      OptionalInt prefecture = InstitutionCell.prefecture(row.cell(columns.prefecture()));
      if (row.blank()) {
        continue;
      }
      if (prefecture.isPresent()) {
        add(row, prefecture.getAsInt(), columns.code(), columns.name());
      } else {
        skip(row, Why.NO_PREFECTURE);
      }
    }
  }

  private void takeBureau(List<TableRow> rows, String sheet) throws MasterListException {
    OptionalInt prefecture = BureauTable.named(sheet);
    if (prefecture.isEmpty()) {
      prefecture = BureauTable.named(String.valueOf(file.getFileName()));
    }
    for (TableRow row : rows) {
      prefecture = BureauTable.title(row, prefecture);
      if (!BureauTable.begins(row)) {
        continue;
      }
      if (prefecture.isEmpty()) {
        throw new MasterListException(file, Fault.NO_PREFECTURE, Integer.toString(row.number()));
      }
      add(row, prefecture.getAsInt(), 1, 2);
    }
  }

  private void add(TableRow row, int prefecture, int codeColumn, int nameColumn) {
    Optional<String> code = InstitutionCell.code(row.cell(codeColumn), prefecture);
    String name = InstitutionCell.name(row.cell(nameColumn));
    if (code.isEmpty()) {
      skip(row, Why.NO_CODE);
    } else if (name.isEmpty()) {
      skip(row, Why.NO_NAME);
    } else {
      entries.add(new MasterEntry(prefecture, code.get(), name));
    }
  }

  private void skip(TableRow row, Why why) {
    skipped.add(new Skipped(row.number(), why, row.text()));
  }
}
