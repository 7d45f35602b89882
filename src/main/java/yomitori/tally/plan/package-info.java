/** What is counted, and by which rules: a form's {@code tally.yaml} and its themes. */
package yomitori.tally.plan;
