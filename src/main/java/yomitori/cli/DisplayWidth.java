package yomitori.cli;

import java.lang.Character.UnicodeScript;

/** Columns that text takes on a terminal: Japanese letters take two. */
final class DisplayWidth {

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    boolean halfwidth = c >= 0xff61 && c <= 0xffdc;
    boolean cjkSigns = c >= 0x3000 && c <= 0x33ff;
    boolean fullwidth = (c >= 0xff01 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6);
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> !halfwidth;
      default -> cjkSigns || fullwidth;
    };
  }

  /** The text cut to {@code width} columns, with an ellipsis where something was cut off. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += of(c);
      if (used > width) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut + "…";
  }
}
