package yomitori.form;

import yomitori.geometry.RectMm;

/**
 * One printed box to tick, with the words beside it.
 *
 * @param id unique in the form: the field's id, or {@code field.option} for an option of a choice
 * @param label the words beside the box
 * @param box the printed frame, its outer edge
 * @param labelArea where the words stand; a circle drawn round them is a mark too
 */
public record CheckBox(String id, String label, RectMm box, RectMm labelArea) {}
