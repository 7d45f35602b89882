package yomitori.review.web;

/** A navigation entry as it is shown: with its text, and whether the page belongs to it. */
public record NavItem(String path, String label, boolean current) {}
