package yomitori.desk.returns;

import java.time.Instant;

/**
 * A page that answers.
 *
 * @param page in the ledger
 * @param received when its file was last written
 * @param inReview whether something on it is in doubt
 * @param prefecture 1 to 47; 0 where it is not known
 * @param code of the institution, as it stands
 * @param name of the institution, as it stands
 * @param sure whether neither prefecture nor code is in doubt
 */
public record Answer(
    long page,
    Instant received,
    boolean inReview,
    int prefecture,
    String code,
    String name,
    boolean sure) {}
