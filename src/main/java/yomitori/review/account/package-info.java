/** One's own account: the first manager, logging in and out, password, language. */
package yomitori.review.account;
