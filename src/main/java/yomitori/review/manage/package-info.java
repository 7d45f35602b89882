/** The managers' pages: accounts, and the trail of who saw and changed what. */
package yomitori.review.manage;
