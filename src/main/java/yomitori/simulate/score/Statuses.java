package yomitori.simulate.score;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.record.PageRecord.Status;

/** The statuses as records spell them. */
final class Statuses {

  private Statuses() {}

  static Optional<Status> of(String word) {
    return Stream.of(Status.values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
