/** The report as a PDF. */
package yomitori.tally.report.pdf;
