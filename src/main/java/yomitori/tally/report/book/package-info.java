/** A tally's tables as a workbook whose shares, sums and quartiles are formulas. */
package yomitori.tally.report.book;
