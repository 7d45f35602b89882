/** A tally as files to hand over: report, charts, workbook, tables. See {@code docs/tally.md}. */
package yomitori.tally.report;
