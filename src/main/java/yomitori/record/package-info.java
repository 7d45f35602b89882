/** The record of a page and its status; CSV, JSON lines and their schema; the list of failures. */
package yomitori.record;
