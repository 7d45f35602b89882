package yomitori.tally.count;

/**
 * How many of the listed institutions answered.
 *
 * @param group all, a class, or a prefecture
 * @param members how many the list has
 * @param listed how many of these answered
 * @param unlisted how many answered that are not in the list, or gave no code to tell
 */
public record ResponseRate(Group group, long members, long listed, long unlisted) {

  /** The share of the listed that answered, 0 to 1; 0 where the list has none. */
  public double share() {
    return members == 0 ? 0 : (double) listed / members;
  }
}
