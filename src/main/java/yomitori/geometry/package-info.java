/**
 * Points, rectangles, resolutions, page transforms and the pixel raster they refer to.
 *
 * <p>The conventions of the whole program, stated once:
 *
 * <ul>
 *   <li>Form coordinates are millimetres from the top left corner of the printed sheet, x to the
 *       right, y downwards. Names end in {@code Mm} or the type does.
 *   <li>Page coordinates are pixels of the page <em>as received</em>: its own pixels, not square
 *       ones, and not turned upright. x to the right, y downwards.
 *   <li>Pixel coordinates are continuous: pixel (i, j) covers [i, i+1) × [j, j+1), so its centre is
 *       at (i + 0.5, j + 0.5).
 *   <li>Rasters are row-major, order always x, y; 0 is black (ink), 255 is white (paper).
 *   <li>Angles are in degrees, positive counter-clockwise as seen.
 * </ul>
 */
package yomitori.geometry;
