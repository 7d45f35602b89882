package yomitori.tally.report.chart;

/**
 * How a text is written.
 *
 * @param size in points
 * @param bold whether in the bold face
 */
public record Type(double size, boolean bold) {}
