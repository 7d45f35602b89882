package yomitori.record;

/**
 * Something that was given and could not be read.
 *
 * @param source the file, as it is named in the records
 * @param page from 1, or 0 for the whole file
 * @param reason a sentence for the person who gave it
 */
public record Failure(String source, int page, String reason) {}
