/**
 * A whole survey, made up: answers by fax as reviewed records, answers by web as a form service
 * exports them, regional surveys, and the truth about all of them. What should come out of a tally
 * is counted here while it is drawn, by nothing that the tally uses.
 */
package yomitori.simulate.survey;
