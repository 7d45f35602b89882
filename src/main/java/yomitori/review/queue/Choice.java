package yomitori.review.queue;

/**
 * An answer that takes one key.
 *
 * @param key the digit that chooses it; empty where there are no more digits
 * @param value what is answered
 * @param label what the button says
 * @param likely whether Enter takes it
 */
public record Choice(String key, String value, String label, boolean likely) {}
