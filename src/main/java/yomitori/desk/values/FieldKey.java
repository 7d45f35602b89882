package yomitori.desk.values;

/**
 * One field of one page.
 *
 * @param pageId the ledger's number of the page
 * @param field the form's id of the field
 */
public record FieldKey(long pageId, String field) {}
