package yomitori.desk.sheet;

import org.jdbi.v3.core.mapper.RowMapper;

/**
 * One field of one page on a sheet.
 *
 * @param page the ledger's number of the page
 * @param read what was read, or what is likeliest of a mark in doubt, in the records' words
 * @param confidence that this is right, 0 to 1
 * @param version the newest row of the field's history
 */
public record Crop(long page, String read, double confidence, long version) {

  static final RowMapper<Crop> ROW =
      (row, context) ->
          new Crop(
              row.getLong("page_id"),
              row.getString("reading"),
              row.getDouble("confidence"),
              row.getLong("version"));
}
