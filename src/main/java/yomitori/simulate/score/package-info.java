/**
 * The scoreboard: records compared with what is true, and what it costs.
 *
 * <p>A <i>place</i> is one thing that can be answered: a box to tick or a field to write in. Marks
 * are counted by box, so a choice of four options is four places; every other figure is counted by
 * field, the columns of the records.
 */
package yomitori.simulate.score;
