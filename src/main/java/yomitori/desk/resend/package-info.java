/** Faxes that were sent again: proposed as such, and settled by a person. */
package yomitori.desk.resend;
