/**
 * Reviewed records for the tally: the contract's CSV and JSONL and a workbook with the same
 * columns. Each export holds what is new or has changed since the last one; a reader that puts
 * records under their {@code record_id} may read an export as often as it likes.
 */
package yomitori.desk.export;
