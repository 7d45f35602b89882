/** How far the desk is with the day's faxes, and what could not be read. */
package yomitori.desk.day;
