package yomitori.desk.day;

import java.time.Instant;
import yomitori.desk.failure.Failure;

/**
 * A fax or a page of one that could not be read.
 *
 * @param faxId the fax's number in the ledger
 * @param page from 1; 0 where it is the whole fax
 * @param source where it lay in the inbox
 * @param takenAt when it was taken from there
 */
public record Unread(long faxId, int page, String source, Instant takenAt, Failure failure) {}
