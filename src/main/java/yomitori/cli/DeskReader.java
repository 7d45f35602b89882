package yomitori.cli;

import yomitori.desk.place.LaidReader;
import yomitori.desk.reading.RecordReader;
import yomitori.desk.thresholds.CostsInForce;
import yomitori.record.PageReader;
import yomitori.record.StageClock;
import yomitori.register.RegisteredPage;
import yomitori.resolve.Resolver;

/**
 * What a desk reads pages with.
 *
 * @param pages reads a page
 * @param laid reads a page whose place a person has shown
 * @param resolver decides anew what was read, by the costs of the form that it is given
 * @param costs those that the reader decides by; the desk sets them
 */
record DeskReader(
    RecordReader pages, LaidReader laid, PageReader.ResolveStage resolver, CostsInForce costs) {

  /** Reads pages as they come; none can be placed by hand. */
  static DeskReader of(RecordReader pages) {
    return new DeskReader(
        pages,
        (page, receivedAt, form, points) -> {
          throw new IllegalArgumentException("no page is placed here: " + page.source());
        },
        new Resolver()::resolve,
        new CostsInForce());
  }

  /** A reader of pages put to work at a desk. */
  static DeskReader of(
      Rooms.OpenReader reader, PageReader.ResolveStage resolver, CostsInForce costs) {
    return new DeskReader(
        (page, receivedAt) -> reader.pages().read(page, receivedAt, StageClock.NONE).record(),
        (page, receivedAt, form, points) -> {
          RegisteredPage laid = reader.layer().lay(page, form, points.onForm(), points.onPage());
          return new LaidReader.Outcome(
              reader.pages().readLaid(laid, receivedAt).record(), laid.fit().matched());
        },
        resolver,
        costs);
  }
}
