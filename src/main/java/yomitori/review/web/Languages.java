package yomitori.review.web;

import java.util.List;
import java.util.Locale;

/** The languages of the pages: Japanese, unless somebody wants English. */
final class Languages {

  static final List<String> ALL = List.of("ja", "en");

  private Languages() {}

  /** Whether pages are written in a language. */
  static boolean has(String language) {
    return ALL.contains(language);
  }

  /** The language that a browser likes best of those we have; Japanese if it names none. */
  static String preferred(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ALL.get(0);
    }
    try {
      String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), ALL);
      return found == null ? ALL.get(0) : found;
    } catch (IllegalArgumentException e) {
      // A header that is no list of languages is no wish.
      return ALL.get(0);
    }
  }

  static Locale locale(String language) {
    return language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
  }
}
