package yomitori.tally.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;

/** Changes files of the tally so that the trail tells of each, and of none that was not made. */
public final class TallyTrail {

  /** The subject of rows about the tally. */
  public static final String TALLY = "tally";

  private final Ledger ledger;
  private final Clock clock;

  /** In a desk's ledger. */
  public TallyTrail(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Puts something on the disk. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** A value of a file that is changed. */
  static Deed changed(String file, String field, String before, String after) {
    return new Deed(Action.TALLY_CHANGED, TALLY, file, field, before, after);
  }

  /** Does something and tells it; where it fails nothing is told. */
  void change(Actor who, List<Deed> deeds, Work work) throws IOException {
    try {
      ledger.change(
          handle -> {
            deeds.forEach(deed -> Audit.add(handle, clock.instant(), who, deed));
            try {
              work.run();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The moment. */
  Clock clock() {
    return clock;
  }
}
