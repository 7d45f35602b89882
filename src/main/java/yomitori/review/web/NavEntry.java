package yomitori.review.web;

/**
 * An entry of the navigation.
 *
 * @param path where it leads
 * @param key its text in the bundle of the routes it belongs to
 * @param access who sees it
 * @param order smaller numbers stand first: home 0, queue 10, search 20, returns 30, ..., accounts
 *     and trail from 80
 */
public record NavEntry(String path, String key, Access access, int order) {}
