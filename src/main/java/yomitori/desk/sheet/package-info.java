/**
 * Judging many at once: one field over many pages on a sheet, from which a person picks the few
 * that are wrong.
 */
package yomitori.desk.sheet;
