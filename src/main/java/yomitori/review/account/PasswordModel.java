package yomitori.review.account;

/**
 * The page to change one's password.
 *
 * @param mustChange whether another person chose it
 * @param fault what went wrong, in words; empty at first
 * @param done whether it has just been changed
 */
public record PasswordModel(String name, boolean mustChange, String fault, boolean done) {}
