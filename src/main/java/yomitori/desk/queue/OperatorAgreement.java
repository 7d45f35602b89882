package yomitori.desk.queue;

import yomitori.desk.audit.Actor;

/**
 * How often an operator's answers, given without another's in sight, are what the field was settled
 * as.
 *
 * @param answers those whose field has been settled since; differing from what it was settled as
 */
public record OperatorAgreement(Actor who, Comparison answers) {}
