package yomitori.desk.sheet;

/**
 * What became of a sheet.
 *
 * @param right crops that were right, or were set right
 * @param toLook crops that somebody looks at one by one
 * @param leftOut crops that were decided or read anew since they were shown, or are somebody else's
 *     by now; nothing was changed of them
 */
public record Settled(int right, int toLook, int leftOut) {}
