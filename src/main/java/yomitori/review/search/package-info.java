/** The page on which pages of faxes are found. */
package yomitori.review.search;
