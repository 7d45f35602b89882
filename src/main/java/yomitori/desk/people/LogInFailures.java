package yomitori.desk.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How often log-ins failed lately, and the waits that come of it. Somebody who guesses at a name
 * from one address soon waits long. Whoever has the name itself waits at most a minute for it, and
 * so does everybody behind that address: nobody can lock the others out.
 */
final class LogInFailures {

  /** Failures after which no old one counts any more. */
  private static final Duration REMEMBERED = Duration.ofHours(12);

  private static final Limit PAIR = new Limit(5, Duration.ofMinutes(15));
  private static final Limit NAME = new Limit(20, Duration.ofMinutes(1));
  private static final Limit ADDRESS = new Limit(30, Duration.ofMinutes(1));

  /** Doublings of a second beyond these exceed every limit. */
  private static final int MOST_DOUBLINGS = 20;

  private LogInFailures() {}

  /**
   * When to slow down.
   *
   * @param free failures that cost nothing: people mistype
   * @param longest each further failure doubles the wait, from a second up to this
   */
  private record Limit(int free, Duration longest) {

    long waitMs(int failures) {
      if (failures <= free) {
        return 0;
      }
      long seconds = 1L << Math.min(MOST_DOUBLINGS, failures - free - 1);
      return Math.min(longest.toMillis(), Duration.ofSeconds(seconds).toMillis());
    }
  }

  private record Subject(String key, Limit limit) {}

  private record Count(int failures, long lastAt, long waitUntil) {}

  /**
   * Counts an attempt as failed until {@link #forget} takes it back.
   *
   * @return how long to wait first, where that is not over; the attempt is then not counted
   */
  static Optional<Duration> count(Handle handle, String name, String address, long now) {
    handle
        .createUpdate("DELETE FROM login_failure WHERE last_at < :old")
        .bind("old", now - REMEMBERED.toMillis())
        .execute();
    List<Subject> subjects = subjects(name, address);
    long until =
        subjects.stream().mapToLong(s -> find(handle, s.key()).waitUntil()).max().orElse(0);
    if (until > now) {
      return Optional.of(Duration.ofMillis(until - now));
    }
    for (Subject subject : subjects) {
      int failures = find(handle, subject.key()).failures() + 1;
      long waitMs = subject.limit().waitMs(failures);
      // Not the present moment: of two who log in at once the one written later may be the earlier.
      put(handle, subject.key(), new Count(failures, now, waitMs == 0 ? 0 : now + waitMs));
    }
    return Optional.empty();
  }

  /** After a log-in: the pair is forgotten, and this attempt was no failure of the others. */
  static void forget(Handle handle, String name, String address) {
    List<Subject> subjects = subjects(name, address);
    handle
        .createUpdate("DELETE FROM login_failure WHERE subject = :subject")
        .bind("subject", subjects.get(0).key())
        .execute();
    for (Subject subject : subjects.subList(1, subjects.size())) {
      handle
          .createUpdate(
              "UPDATE login_failure SET failures = failures - 1, wait_until = 0"
                  + " WHERE subject = :subject AND failures > 0")
          .bind("subject", subject.key())
          .execute();
    }
  }

  private static List<Subject> subjects(String name, String address) {
    return List.of(
        new Subject("pair " + address + " " + name, PAIR),
        new Subject("name " + name, NAME),
        new Subject("address " + address, ADDRESS));
  }

  private static Count find(Handle handle, String key) {
    return handle
        .createQuery("SELECT * FROM login_failure WHERE subject = :subject")
        .bind("subject", key)
        .map(
            (row, c) ->
                new Count(
                    row.getInt("failures"), row.getLong("last_at"), row.getLong("wait_until")))
        .findOne()
        .orElse(new Count(0, 0, 0));
  }

  private static void put(Handle handle, String key, Count count) {
    handle
        .createUpdate(
            "INSERT INTO login_failure (subject, failures, last_at, wait_until)"
                + " VALUES (:subject, :failures, :lastAt, :waitUntil) ON CONFLICT (subject)"
                + " DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at,"
                + " wait_until = excluded.wait_until")
        .bind("subject", key)
        .bind("failures", count.failures())
        .bind("lastAt", count.lastAt())
        .bind("waitUntil", count.waitUntil())
        .execute();
  }
}
