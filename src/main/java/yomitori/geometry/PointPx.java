package yomitori.geometry;

/**
 * A point on a raster, in continuous pixel coordinates (the centre of the first pixel is 0.5, 0.5).
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge
 */
public record PointPx(double x, double y) {}
