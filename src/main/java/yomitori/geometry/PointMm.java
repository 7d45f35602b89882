package yomitori.geometry;

/**
 * A point on the printed form.
 *
 * @param x millimetres from the left edge of the sheet
 * @param y millimetres from its top edge
 */
public record PointMm(double x, double y) {}
