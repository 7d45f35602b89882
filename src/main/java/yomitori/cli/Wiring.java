package yomitori.cli;

import yomitori.record.Batch;

/** The one place where the commands meet the rooms. */
final class Wiring {

  private Wiring() {}

  static Rooms rooms() {
    Batch.Opener opener =
        (file, source) -> {
          throw CommandFailure.somethingMissing("intake");
        };
    return new Rooms(
        opener,
        (folder, messages) -> {
          throw CommandFailure.somethingMissing("form");
        },
        (blanks, text, workers, messages) -> {
          throw CommandFailure.somethingMissing("text");
        });
  }
}
