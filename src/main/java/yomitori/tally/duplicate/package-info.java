/** Which answers are of one institution, and which of them counts. */
package yomitori.tally.duplicate;
