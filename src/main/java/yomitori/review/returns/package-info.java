/** The page of who has answered and who has not, and its list for reminders. */
package yomitori.review.returns;
