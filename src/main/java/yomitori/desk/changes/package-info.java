/** Changes of pages in an order that a program can follow without missing any. */
package yomitori.desk.changes;
