package yomitori.simulate.survey;

/**
 * An answer in its source's file.
 *
 * @param reference by which that file names it
 */
record Filed(String reference, Reply reply) {}
