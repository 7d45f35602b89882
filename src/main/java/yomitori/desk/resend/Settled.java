package yomitori.desk.resend;

import java.time.Instant;

/**
 * What a person said of two pages.
 *
 * @param earlier the page with the smaller number in the ledger
 * @param kept the page that counts; 0 where both do
 * @param operator the name at that time
 * @param name of the institution
 */
public record Settled(
    long earlier, long later, long kept, String operator, Instant at, String name) {}
