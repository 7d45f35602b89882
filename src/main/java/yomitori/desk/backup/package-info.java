/** A data folder in one file that proves itself whole, made while the desk works. */
package yomitori.desk.backup;
