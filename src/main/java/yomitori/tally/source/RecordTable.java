package yomitori.tally.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.record.RecordCsvWriter;
import yomitori.resolve.table.Table;
import yomitori.resolve.table.TableRow;
import yomitori.tally.answer.Given;

/** Records in a table, which does not say how sure its values are. */
final class RecordTable {

  private final List<TableRow> rows;
  private final List<String> names;

  private RecordTable(List<TableRow> rows) {
    this.rows = rows;
    this.names = rows.get(0).cells().stream().map(TableRow::plain).toList();
  }

  /** Takes a table; empty where its first row does not name the columns of records. */
  static Optional<RecordTable> of(Table table) {
    return Optional.of(table.rows())
        .filter(rows -> !rows.isEmpty())
        .map(RecordTable::new)
        .filter(records -> records.names.containsAll(RecordCsvWriter.FIXED_COLUMNS));
  }

  void read(String file, FaxFields fields, FaxRecords records) {
    for (TableRow row : rows.subList(1, rows.size())) {
      if (row.blank()) {
        continue;
      }
      String where = file + ":" + row.number();
      RecordHead head =
          new RecordHead(
              cell(row, "record_id"),
              cell(row, "form"),
              cell(row, "source"),
              cell(row, "page"),
              cell(row, "received_at"),
              cell(row, "status"));
      boolean waits = head.status().equals(FaxRecords.REVIEW);
      records.add(head, values(row, fields, waits), where, row.text());
    }
  }

  private String cell(TableRow row, String name) {
    return row.cell(names.indexOf(name)).strip();
  }

  private Map<String, Given> values(TableRow row, FaxFields fields, boolean waits) {
    Map<String, Given> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (fields.has(names.get(i)) && i < row.cells().size()) {
        String field = fields.id(names.get(i));
        String value = RecordCsvWriter.original(row.cell(i));
        values.put(field, fields.untold(field, value, waits));
      }
    }
    return values;
  }
}
