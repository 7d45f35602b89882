/** Who answers and what: answers for any form, drawn from a stated model. */
package yomitori.simulate.respondent;
