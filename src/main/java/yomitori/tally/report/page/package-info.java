/** The report as a page for browsers. */
package yomitori.tally.report.page;
