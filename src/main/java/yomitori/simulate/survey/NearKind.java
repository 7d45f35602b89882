package yomitori.simulate.survey;

import java.util.Locale;

/** In what two answers differ that a program must not take for one institution's by itself. */
enum NearKind {
  /** One institution: the same name, a digit of the code wrong. */
  CODE_DIGIT(true),
  /** One institution: no code on one of them, a letter of the name wrong. */
  NAME_LETTER(true),
  /** Two institutions whose names differ by a letter, neither with a code. */
  OTHER_INSTITUTION(false),
  /** One institution: the same code and name, the wrong prefecture. */
  PREFECTURE(true);

  private final boolean same;

  NearKind(boolean same) {
    this.same = same;
  }

  /** Whether both are one institution's. */
  boolean same() {
    return same;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
