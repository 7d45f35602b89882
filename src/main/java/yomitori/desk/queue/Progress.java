package yomitori.desk.queue;

/**
 * How far the queue is.
 *
 * @param left doubts that nobody has settled
 * @param mine fields that this operator has decided today
 * @param skipped doubts that this operator passed on
 * @param waiting doubts that wait for another person's answer
 */
public record Progress(int left, int mine, int skipped, int waiting) {}
