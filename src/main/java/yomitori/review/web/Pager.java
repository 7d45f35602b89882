package yomitori.review.web;

/**
 * Where somebody is in a list that is shown piece by piece.
 *
 * @param at the piece that is shown, from 1
 * @param last the last piece, at least 1
 * @param address of the list, to which the number of the piece is added
 */
public record Pager(long at, long last, String address) {

  /** The name in the query that says which piece is wanted. */
  public static final String NAME = "page";

  /**
   * The wanted piece of a list, or the nearest that there is.
   *
   * @param wanted from 1
   * @param rows of the whole list
   * @param each rows of a piece
   * @param path of the list
   * @param query of its address, without the number of the piece
   */
  public static Pager of(long wanted, long rows, int each, String path, String query) {
    long last = Math.max(1, (rows + each - 1) / each);
    String address = path + "?" + query + (query.isEmpty() ? "" : "&") + NAME + "=";
    return new Pager(Math.max(1, Math.min(wanted, last)), last, address);
  }

  /** The address of another piece. */
  public String to(long piece) {
    return address + piece;
  }
}
