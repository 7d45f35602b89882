/**
 * Checkboxes measured: where each outline is, and the ink there that the blank does not explain.
 */
package yomitori.mark;
