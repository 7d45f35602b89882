/** Counts of answers by question and group, and how far reading errors could have moved them. */
package yomitori.tally.count;
