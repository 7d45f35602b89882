/**
 * Charts of horizontal bars, painted once for SVG, PNG and PDF. They are painted here because the
 * ranges of reading errors are not as wide on both sides, and labels are sentences: libraries of
 * charts draw neither.
 */
package yomitori.tally.report.chart;
