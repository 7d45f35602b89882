package yomitori.desk.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import yomitori.desk.people.AccountException.Fault;

/** What names and passwords may look like. */
public final class AccountRules {

  /**
   * The shortest password, in characters. NIST SP 800-63B (rev. 4) asks for 8 as the least beside
   * other factors and 15 alone; attempts are slowed down here, and there is an office door.
   */
  public static final int PASSWORD_LEAST = 10;

  /** The longest password; hashing more would only be a burden. */
  public static final int PASSWORD_MOST = 200;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");
  private static final Pattern DISPLAY_NAME = Pattern.compile("[^\\p{Cntrl}]{1,60}");

  private AccountRules() {}

  /** A name as the ledger keeps it: full-width letters made narrow, capitals small. */
  static String name(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  static String checkedName(String typed) {
    String name = name(typed);
    if (!NAME.matcher(name).matches()) {
      throw new AccountException(Fault.NAME_MALFORMED);
    }
    return name;
  }

  static String checkedDisplayName(String typed) {
    String name = typed.strip();
    if (!DISPLAY_NAME.matcher(name).matches()) {
      throw new AccountException(Fault.DISPLAY_NAME_MALFORMED);
    }
    return name;
  }

  static void checkPassword(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < PASSWORD_LEAST) {
      throw new AccountException(Fault.PASSWORD_SHORT);
    }
    if (length > PASSWORD_MOST) {
      throw new AccountException(Fault.PASSWORD_LONG);
    }
    if (name(password).equals(name) || password.codePoints().distinct().count() < 2) {
      throw new AccountException(Fault.PASSWORD_PLAIN);
    }
  }
}
