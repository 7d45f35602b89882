/**
 * The trail of who saw and changed what, when, from what to what. Rows are only ever added: the
 * database itself refuses to change or remove one.
 */
package yomitori.desk.audit;
