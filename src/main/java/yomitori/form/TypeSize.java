package yomitori.form;

/** Type measured in millimetres without asking a font. */
final class TypeSize {

  /** Millimetres in a point. */
  static final double MM_PER_PT = 25.4 / 72;

  /** From the middle of a Japanese character's square down to its baseline, in ems. */
  static final double MIDDLE_TO_BASELINE = 0.38;

  private static final int FIRST_HALF_WIDTH_KANA = 0xff61;
  private static final int LAST_HALF_WIDTH_KANA = 0xff9f;
  private static final int LAST_LATIN = 0x2ff;

  private TypeSize() {}

  /** How wide a line of words is at most: a square for each character, half a one for Latin. */
  static double widthMm(String words, double sizePt) {
    double ems = words.codePoints().mapToDouble(TypeSize::ems).sum();
    return ems * sizePt * MM_PER_PT;
  }

  private static double ems(int character) {
    boolean half =
        character <= LAST_LATIN
            || (character >= FIRST_HALF_WIDTH_KANA && character <= LAST_HALF_WIDTH_KANA);
    return half ? 0.5 : 1;
  }
}
