/** The pages on which a person says whether two faxes are one answer. */
package yomitori.review.resend;
