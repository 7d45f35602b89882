/** What the report says, in one language. */
package yomitori.tally.report.words;
