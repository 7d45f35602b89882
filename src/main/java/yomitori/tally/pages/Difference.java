package yomitori.tally.pages;

/**
 * A field in which two answers differ.
 *
 * @param label of the field
 * @param first what the one says, in words
 * @param second what the other says
 */
public record Difference(String label, String first, String second) {}
