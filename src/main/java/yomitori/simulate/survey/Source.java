package yomitori.simulate.survey;

import java.util.Locale;

/** How an answer came. */
enum Source {
  FAX,
  WEB;

  /** As files name it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
