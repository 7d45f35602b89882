package yomitori.simulate.hand;

/** A typeface that the simulator writes with is not on this machine. */
public final class MissingFontException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Script script;

  MissingFontException(Script script) {
    super("typeface file " + script.fileName() + " not found; Debian package " + script.debian());
    this.script = script;
  }

  /** The script whose typeface is missing. */
  public Script script() {
    return script;
  }
}
