package yomitori.text;

/**
 * The edit distance of Levenshtein (1966) between texts: the least number of characters to put in,
 * take out or change. Counted in code points, so that a rare kanji outside the basic plane is one.
 */
public final class EditDistance {

  private EditDistance() {}

  /** How far one text is from another. */
  public static int between(String from, String to) {
    int[] a = from.codePoints().toArray();
    int[] b = to.codePoints().toArray();
    int[] above = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int[] row = new int[b.length + 1];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length];
  }

  /** How many characters stand in both texts in the same order, at the most. */
  public static int common(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[] above = new int[b.length + 1];
    for (int symbol : a) {
      int[] row = new int[b.length + 1];
      for (int j = 1; j <= b.length; j++) {
        row[j] = symbol == b[j - 1] ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
      }
      above = row;
    }
    return above[b.length];
  }

  /** The length that distances are measured against. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
