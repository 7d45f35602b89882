/** The page on which a manager removes old faxes. */
package yomitori.review.retention;
