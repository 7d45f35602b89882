/**
 * The tally of a desk: the files that people gave for it, in the data folder's {@code tally/}, and
 * making it from them and from the desk's own records.
 */
package yomitori.tally.desk;
