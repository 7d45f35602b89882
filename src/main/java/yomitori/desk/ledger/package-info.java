/**
 * The database: how it is opened, its migrations, and the two ways to use it, reading and writing.
 * Tables are in {@code src/main/resources/yomitori/desk/ledger}; what is done with them is in the
 * packages that use them.
 */
package yomitori.desk.ledger;
