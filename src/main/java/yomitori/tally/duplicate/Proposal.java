package yomitori.tally.duplicate;

import yomitori.tally.answer.Answer;

/**
 * Two answers that may be of one institution. A person decides; until then both count.
 *
 * @param first the one that was named first
 * @param second the other
 * @param why they may be
 */
public record Proposal(Answer first, Answer second, Why why) {

  /** Why two answers may be of one institution, the likeliest first. */
  public enum Why {
    /**
     * Like names in one prefecture, and codes that differ in one digit or by two that changed
     * places.
     */
    CODE_NEAR,
    /** The same prefecture and name, and one of the codes cannot be right. */
    CODE_WRONG,
    /** The same code and like names, but another prefecture or none. */
    PREFECTURE_DIFFERS,
    /** One has no code, and several institutions of the prefecture have its name. */
    NAME_SHARED,
    /** The same name, one without code and one without prefecture. */
    NAME_ONLY,
    /** What would make them one was read with doubt. */
    IN_DOUBT,
    /** One has no code, and the names in one prefecture are nearly the same. */
    NAME_NEAR
  }
}
