package yomitori.form;

import yomitori.geometry.RectMm;

/**
 * A number written on a line.
 *
 * @param id the column
 * @param label what the form prints for it
 * @param area where it is written
 * @param unit the printed unit behind it, such as 万円
 * @param max the largest amount that is taken without review, in that unit
 */
public record AmountField(String id, String label, RectMm area, String unit, long max)
    implements Field {}
