package yomitori.simulate.hand;

import yomitori.simulate.chance.Chance;

/**
 * How much goes wrong when people fill in a form. The classes of this package state how often each
 * mishap happens among everyday forms; this is the factor on all those shares.
 *
 * @param factor 0 where nothing ever goes wrong, 1 everyday
 */
public record Carelessness(double factor) {

  /** Whether a mishap of this everyday share happens this time. */
  boolean strikes(double share, Chance chance) {
    return chance.happens(share * factor);
  }
}
