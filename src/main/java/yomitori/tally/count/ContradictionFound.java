package yomitori.tally.count;

import yomitori.tally.answer.Answer;
import yomitori.tally.plan.Contradiction;

/**
 * An answer that contradicts itself. It is counted as it is.
 *
 * @param contradiction in which way
 * @param answer which one
 */
public record ContradictionFound(Contradiction contradiction, Answer answer) {}
