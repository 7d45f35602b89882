/**
 * From records to the tables that are handed over: answers from several sources are put together,
 * second answers of an institution taken out, every question counted. See {@code docs/tally.md}.
 */
package yomitori.tally;
