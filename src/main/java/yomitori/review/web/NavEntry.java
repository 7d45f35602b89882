package yomitori.review.web;

/**
 * An entry of the navigation.
 *
 * @param path where it leads
 * @param key its text in the bundle of the routes it belongs to
 * @param access who sees it
 * @param order smaller numbers stand first. Below {@link #MENU} an entry stands in the bar itself:
 *     home 0, queue 10, sheets 15, search 20, returns 30, exports 40. The others are in its menu:
 *     senders 50, re-sent faxes 55, managers' pages from 60, accounts and trail from 80.
 */
public record NavEntry(String path, String key, Access access, int order) {

  /** What a day's work does not need every hour is in the menu: the bar has room for seven. */
  static final int MENU = 50;
}
