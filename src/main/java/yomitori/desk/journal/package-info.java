/** What the desk writes down of its own work: lines of JSON that machines can search. */
package yomitori.desk.journal;
