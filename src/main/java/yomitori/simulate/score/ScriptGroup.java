package yomitori.simulate.score;

import java.util.Locale;
import yomitori.simulate.hand.Script;

/** How letters came onto the page, and whether the reader may have been tuned on their like. */
public enum ScriptGroup {
  /** Set on a computer. */
  TYPED("typed"),
  /** An institution's rubber stamp: set, but crooked, and larger than its field. */
  STAMPED("stamped"),
  /** Handwriting of which other pages were there to tune on. */
  TUNED("handwriting"),
  /** Handwriting that is shown on reporting pages only. */
  HELD_OUT("handwriting not tuned on");

  private final String shown;

  ScriptGroup(String shown) {
    this.shown = shown;
  }

  static ScriptGroup of(Script script) {
    return script.isType() ? TYPED : script.isHeldOut() ? HELD_OUT : TUNED;
  }

  /** What the accuracy document says of it. */
  String shown() {
    return shown;
  }

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
