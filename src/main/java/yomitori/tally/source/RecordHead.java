package yomitori.tally.source;

/**
 * What a record says of itself, as it is written; empty where it does not say.
 *
 * @param recordId by which it is known
 * @param form the id of its form
 * @param source the file that was read
 * @param page from 1, in that file
 * @param receivedAt when it came
 * @param status what became of its page
 */
record RecordHead(
    String recordId, String form, String source, String page, String receivedAt, String status) {

  /** The page that it was read from, for a person to find it. */
  String place() {
    return page.isEmpty() ? source : source + " p. " + page;
  }
}
