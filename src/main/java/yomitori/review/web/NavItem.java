package yomitori.review.web;

/**
 * A navigation entry as it is shown.
 *
 * @param current whether the page belongs to it
 * @param menu whether it is in the menu instead of the bar
 */
public record NavItem(String path, String label, boolean current, boolean menu) {}
