package yomitori.review.queue;

/**
 * An entry of a list that what was typed may mean.
 *
 * @param name of the form's field that sends it: {@code sender} for an institution, else {@code
 *     value}
 * @param value what is sent
 * @param label what it is
 * @param detail what else is known of it
 */
public record Suggestion(String name, String value, String label, String detail) {}
