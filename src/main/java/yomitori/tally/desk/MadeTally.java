package yomitori.tally.desk;

import java.time.Instant;
import yomitori.tally.Tally;

/**
 * A tally that was made since the desk was started.
 *
 * @param at when its making began: what changed later is not in it
 * @param operator who asked for it
 */
public record MadeTally(Tally tally, Instant at, String operator) {}
