/** Where answers come from: the records of faxes, tables of the web, surveys of other bodies. */
package yomitori.tally.source;
