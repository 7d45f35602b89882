/**
 * The queue of doubts: who is given what to look at, answers, answers by two people, and reading
 * once more what was accepted.
 */
package yomitori.desk.queue;
