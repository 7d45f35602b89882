/**
 * Waiting faxes become pages, readings and values in the ledger: each page in one transaction, so
 * that a desk that was cut off goes on with the page at which it stood.
 */
package yomitori.desk.reading;
