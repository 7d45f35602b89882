/** Tables that other programs wrote: CSV and workbooks, as rows of texts. */
package yomitori.resolve.table;
