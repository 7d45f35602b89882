/** The page on which a person shows where a form lies on a page that could not be read. */
package yomitori.review.place;
