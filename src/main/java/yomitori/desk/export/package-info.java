/**
 * Reviewed records for the tally: the contract's CSV and JSONL, a workbook with the same columns,
 * and a manifest with their digests. Each export holds what is new or has changed since the last
 * one, and names what counts no more; a reader that puts records under their {@code record_id} may
 * read an export as often as it likes.
 */
package yomitori.desk.export;
