/**
 * Pages that could not be laid over a form: a person shows four points, and they are read again.
 */
package yomitori.desk.place;
