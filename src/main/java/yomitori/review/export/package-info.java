/** The page where records are handed over to the tally and taken along. */
package yomitori.review.export;
