/** The page on which managers see what double entry and reading once more have shown. */
package yomitori.review.quality;
