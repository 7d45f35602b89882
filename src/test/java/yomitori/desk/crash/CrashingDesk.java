package yomitori.desk.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yomitori.desk.DataFolder;
import yomitori.desk.health.Problems;
import yomitori.desk.inbox.Inbox;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.Postgres;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.reading.ReadingLine;
import yomitori.intake.Page;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;

/** A desk in a process of its own, which reads every page as the same form after a while. */
final class CrashingDesk {

  /** Its only word. */
  static final String AT_WORK = "at work";

  /** About what a page with marks and digits takes. */
  private static final long PAGE_MS = 80;

  private static final int READERS = 2;
  private static final Duration SETTLE = Duration.ofMillis(100);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int MOST_WAITING = 50;

  private CrashingDesk() {}

  /**
   * Works until its input ends or it is killed.
   *
   * @param args the data folder, and the URL of a database or nothing
   */
  public static void main(String[] args) throws IOException {
    DataFolder data = new DataFolder(Path.of(args[0]));
    data.create();
    Clock clock = Clock.systemUTC();
    Problems problems = new Problems();
    try (Ledger ledger = args.length > 1 ? Postgres.ledger(args[1]) : Ledger.sqlite(data.ledger());
        ReadingLine reading =
            new ReadingLine(
                data,
                ledger,
                "desk",
                new PageLedger(ledger, List.of(SampleForm.form())),
                CrashingDesk::read,
                READERS,
                Long.MAX_VALUE,
                problems,
                clock);
        Inbox inbox =
            new Inbox(
                data,
                ledger,
                new Inbox.Rules(SETTLE, POLL, MOST_WAITING, Long.MAX_VALUE, 0),
                problems,
                clock,
                reading::wake)) {
      reading.start();
      inbox.start();
      System.out.println(AT_WORK);
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static PageRecord read(Page page, Instant receivedAt) {
    try {
      Thread.sleep(PAGE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new PageRecord(
        page.sha256().substring(0, 32),
        "sample",
        "1",
        page.source(),
        page.number(),
        receivedAt,
        Status.ACCEPTED,
        SampleForm.values("診療所"),
        Optional.empty());
  }
}
