/**
 * One answer to the survey, whichever way it came. Everything else of the tally speaks of these.
 */
package yomitori.tally.answer;
