package yomitori.simulate.survey;

import java.time.Instant;

/**
 * An answer that was sent in, without what it says: that is drawn anew, the same each time, from
 * its two numbers.
 *
 * @param at to the second
 * @param progress the number from which its answers to the first two questions follow
 * @param rest the number from which all others follow
 */
record Reply(Source source, Instant at, Sender sender, long progress, long rest) {}
