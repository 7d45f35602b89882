package yomitori.desk.tokens;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may do. */
public enum Right {
  /** Looks records, doubts, failures and exports up, and makes exports. */
  READ,
  /** Drops faxes. */
  DROP,
  /** Answers doubts. */
  ANSWER;

  private static final String BETWEEN = ",";

  /** As it stands in the ledger, in forms and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String words(Set<Right> rights) {
    return rights.stream().sorted().map(Right::word).collect(Collectors.joining(BETWEEN));
  }

  static Set<Right> of(String words) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    Arrays.stream(words.split(BETWEEN, -1))
        .forEach(word -> rights.add(valueOf(word.toUpperCase(Locale.ROOT))));
    return rights;
  }
}
