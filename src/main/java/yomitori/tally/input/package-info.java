/** Files that people write for the tally, and what is wrong with them in words. */
package yomitori.tally.input;
