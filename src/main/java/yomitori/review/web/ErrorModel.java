package yomitori.review.web;

/**
 * What an error page says.
 *
 * @param number stands in the log beside the cause; empty where the desk has no fault
 */
public record ErrorModel(int status, String message, String number) {}
