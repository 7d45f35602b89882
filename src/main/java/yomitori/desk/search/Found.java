package yomitori.desk.search;

import java.time.Instant;

/**
 * A page that was found.
 *
 * @param page in the ledger
 * @param source the file's path below the inbox
 * @param number from 1 within the file; 0 for a file that could not be opened
 * @param received when the file was last written
 * @param status as in the ledger
 * @param form the form's id; empty where it is none
 * @param prefecture 1 to 47; 0 where it is not known
 * @param code of the institution, as it stands
 * @param name of the institution, as it stands
 * @param counts whether it counts: no other page with the same answers stands for it
 */
public record Found(
    long page,
    String source,
    int number,
    Instant received,
    String status,
    String form,
    int prefecture,
    String code,
    String name,
    boolean counts) {}
