/** Checkbox evidence to empty or marked, with a confidence. */
package yomitori.mark;
