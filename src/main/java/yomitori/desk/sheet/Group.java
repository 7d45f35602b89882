package yomitori.desk.sheet;

/**
 * What was read alike.
 *
 * @param read in the records' words
 * @param count on how many pages
 */
public record Group(String read, int count) {}
