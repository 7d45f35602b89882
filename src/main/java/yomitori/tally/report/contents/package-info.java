/** What the report says, in order, before it is laid out as a PDF or a page. */
package yomitori.tally.report.contents;
