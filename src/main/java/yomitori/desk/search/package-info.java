/** Finding pages by who answered, where they came from, when, and what became of them. */
package yomitori.desk.search;
