/**
 * The first page: how far the day is, faxes dropped through the browser, what could not be read,
 * what a person must mend. And the same for programs that watch over the desk.
 */
package yomitori.review.home;
