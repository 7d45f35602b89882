/** A tally's lists and its long table as CSV, for spreadsheets and for the next system. */
package yomitori.tally.report.csv;
