/**
 * The pages of the desk on which a survey is counted: what is there, sources, second answers,
 * themes, contradictions, and the report.
 */
package yomitori.tally.pages;
