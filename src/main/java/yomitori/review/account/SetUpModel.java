package yomitori.review.account;

/**
 * The page that makes the first manager.
 *
 * @param token what lets one in, to be sent again
 * @param fault what went wrong, in words; empty at first
 */
public record SetUpModel(String token, String name, String displayName, String fault) {}
