/**
 * From the inbox into the archive and the ledger. A file is moved out of the inbox by one rename,
 * so that whoever writes there can no longer change it; from then on it is either in {@code
 * taking/} or in the archive, and a restart goes on with it wherever it stood.
 */
package yomitori.desk.inbox;
