package yomitori.desk.respondent;

import java.util.Locale;
import yomitori.resolve.master.InstitutionName;
import yomitori.text.JapaneseText;

/**
 * Who answers with a page.
 *
 * @param prefecture 1 to 47; 0 where it is not known
 * @param code as it stands; empty where none is written
 * @param name as it stands
 * @param sure whether neither prefecture nor code is in doubt
 */
public record Respondent(int prefecture, String code, String name, boolean sure) {

  /** A page that names nobody. */
  static final Respondent NOBODY = new Respondent(0, "", "", false);

  /** Any text in the one way in which it is searched for: as records write it, in small letters. */
  public static String plain(String text) {
    return JapaneseText.normalize(text).toLowerCase(Locale.ROOT);
  }

  /** The name in the one way in which names are compared. */
  String plainName() {
    return InstitutionName.comparable(name);
  }
}
