package yomitori.text;

import java.util.Map;

/**
 * Settles characters that look the same and that only their neighbours tell apart: the long-vowel
 * mark and the numeral one, katakana ni and the numeral two, large and small tsu; and writes old
 * forms of kanji that differ from the new ones by a stroke, which no fax shows, in their new form.
 */
final class LookAlikes {

  private static final Map<Character, Character> AMONG_KATAKANA =
      Map.of(
          '一', 'ー', '二', 'ニ', '口', 'ロ', '力', 'カ', '工', 'エ', '夕', 'タ', '八', 'ハ', '卜', 'ト', 'り', 'リ',
          'へ', 'ヘ');

  private static final Map<Character, Character> AMONG_OTHERS = Map.of('ー', '一', 'ロ', '口');

  private static final Map<Character, Character> NEW_FORMS =
      Map.of('德', '徳', '穗', '穂', '靜', '静', '橫', '横', '淸', '清', '眞', '真');

  private static final String LETTERS_LIKE_DIGITS = "OoCDQ〇lI|ZzSsBg";

  private static final String DIGITS_LIKE_LETTERS = "000000111225589";

  /** Numerals that are written before a counter in katakana: 八ヶ岳, 二ツ屋, 一カ月. */
  private static final String NUMERALS = "一二八";

  private static final String COUNTERS = "ヶケヵカノツッ";

  private LookAlikes() {}

  /** The text with each look-alike as its neighbours ask for. */
  static String settled(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean before = i > 0 && katakana(out.charAt(i - 1));
      boolean after = i + 1 < text.length() && katakana(text.charAt(i + 1));
      boolean first = i == 0;
      boolean last = i + 1 == text.length();
      char settled = NEW_FORMS.getOrDefault(c, c);
      boolean counted = after && first && counted(c, text.charAt(i + 1));
      if ((before && (after || last)) || (first && after && !counted)) {
        settled = AMONG_KATAKANA.getOrDefault(c, settled);
      } else if (!before && !after && !afterHiragana(text, i)) {
        settled = AMONG_OTHERS.getOrDefault(c, settled);
      }
      if (settled == 'ツ'
          && before
          && i + 1 < text.length()
          && "クカキケコトプタテパペポ".indexOf(text.charAt(i + 1)) >= 0) {
        settled = 'ッ';
      }
      out.append(settled);
    }
    return out.toString();
  }

  /**
   * A text of digits, mostly, with the letters among them that look like digits as these; any other
   * text as it is.
   */
  static String asDigits(String text) {
    StringBuilder out = new StringBuilder();
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      int alike = LETTERS_LIKE_DIGITS.indexOf(c);
      out.append(alike < 0 ? c : DIGITS_LIKE_LETTERS.charAt(alike));
    }
    return 2 * digits >= text.length() ? out.toString() : text;
  }

  /** Whether a character that begins a text is a numeral: no word begins with a long-vowel mark. */
  private static boolean counted(char c, char next) {
    return c == '一' || (NUMERALS.indexOf(c) >= 0 && COUNTERS.indexOf(next) >= 0);
  }

  private static boolean afterHiragana(String text, int i) {
    return i > 0 && text.charAt(i - 1) >= 'ぁ' && text.charAt(i - 1) <= 'ゖ';
  }

  private static boolean katakana(char c) {
    return (c >= 'ァ' && c <= 'ヺ') || c == 'ー';
  }
}
