package yomitori.review.queue;

import yomitori.geometry.RectPx;

/**
 * A picture with a place in it.
 *
 * @param address where it is had
 * @param width its columns
 * @param height its rows
 * @param place the field's, in px of the picture
 */
public record Picture(String address, int width, int height, RectPx place) {}
