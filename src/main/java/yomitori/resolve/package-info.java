/**
 * Readings of a page, the lexicon and the rules of the form to values: accepted, in doubt with a
 * reason, or blank.
 */
package yomitori.resolve;
