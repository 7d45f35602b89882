package yomitori.desk.people;

import java.time.Duration;

/**
 * How long somebody stays logged in.
 *
 * @param idle without a click
 * @param whole in all
 */
public record SessionLimits(Duration idle, Duration whole) {

  /** A break over lunch, and a working day. */
  public static final SessionLimits USUAL =
      new SessionLimits(Duration.ofMinutes(90), Duration.ofHours(12));
}
