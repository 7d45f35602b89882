/**
 * The present values of a page, what a person may answer for a field, and the one place where an
 * answer becomes the value: with its row of the history and of the audit trail, in one transaction.
 */
package yomitori.desk.values;
