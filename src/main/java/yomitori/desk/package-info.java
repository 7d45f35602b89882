/**
 * The durable side of reading: faxes are taken from a folder, kept, read, looked at by people and
 * handed on to the tally. What is here may use a clock, a disk and a database; nothing before it
 * does.
 */
package yomitori.desk;
