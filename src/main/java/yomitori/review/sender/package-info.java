/** The pages about those who send faxes. */
package yomitori.review.sender;
