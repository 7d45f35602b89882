package yomitori.review.account;

/**
 * The page to log in.
 *
 * @param name as it was typed
 * @param next where to go afterwards
 * @param fault what went wrong, in words; empty at first
 */
public record LogInModel(String name, String next, String fault) {}
