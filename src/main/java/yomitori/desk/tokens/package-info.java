/** Keys with which programs use the desk in place of a log-in. */
package yomitori.desk.tokens;
