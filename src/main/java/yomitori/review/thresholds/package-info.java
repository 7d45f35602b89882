/** The page on which managers try out and set what a wrong mark costs. */
package yomitori.review.thresholds;
