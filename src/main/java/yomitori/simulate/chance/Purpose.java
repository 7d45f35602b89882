package yomitori.simulate.chance;

/**
 * What a set of simulated faxes is for. The purpose is mixed into every seed, so that the faxes of
 * seed 1 for tuning and of seed 1 for reporting have nothing in common: code that was tuned on any
 * tuning seed has never seen a reporting page, whatever numbers are typed.
 */
public enum Purpose {
  /** To tune thresholds and try code on; what {@code simulate} draws when nothing is said. */
  TUNING(0x74756e696e67L),
  /** To state how good the reader is; never to be looked at while working on it. */
  REPORTING(0x7265706f7274L),
  /** The faxes that come with the source. */
  DEMO(0x64656d6fL);

  private final long salt;

  Purpose(long salt) {
    this.salt = salt;
  }

  /**
   * Whether faxes of this purpose may show what is held out: handwritten digits and faces that no
   * page for tuning can ever have shown.
   */
  public boolean showsHeldOut() {
    return this == REPORTING;
  }

  /** The stream of chance of this purpose for a seed. */
  public Chance chance(long seed) {
    return new Chance(salt).stream(seed);
  }
}
