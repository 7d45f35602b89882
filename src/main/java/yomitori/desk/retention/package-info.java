/**
 * Old faxes go, on purpose only: picture, readings, values and decisions. That a fax with its hash
 * was there stays, and in the audit trail when it was removed and by whom.
 */
package yomitori.desk.retention;
