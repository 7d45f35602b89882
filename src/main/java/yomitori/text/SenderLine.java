package yomitori.text;

/**
 * The number that was read in the line which a sending fax machine prints along a page's top edge.
 *
 * @param text the words among which it was found, with spaces between them
 * @param number as it is dialled within Japan, digits only
 * @param score that of its least sure digit, 0 to 1: the engine's own figure, not a probability
 */
public record SenderLine(String text, String number, double score) {}
