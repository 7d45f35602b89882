package yomitori.desk.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person must mend before the desk can go on with something. Thread-safe. */
public final class Problems {

  private final Map<String, Problem> bySubject = new LinkedHashMap<>();

  /** Where a problem lies. */
  public enum Place {
    /** The inbox cannot be listed. */
    INBOX,
    /** A file or subfolder of the inbox cannot be read or moved; the others are taken. */
    FILE,
    /** The archive cannot be written. */
    ARCHIVE,
    /** The database does not take what is written. */
    LEDGER,
    /** A page or file could not be read for now. */
    READING,
    /** An export could not be written. */
    EXPORT,
    /** Little room is left. */
    DISK,
    /** So little room is left that no more faxes are taken. */
    ROOM
  }

  /**
   * A problem that lasts.
   *
   * @param place where
   * @param subject the file or folder
   * @param detail what the system said
   * @param since when it was first seen
   */
  public record Problem(Place place, String subject, String detail, Instant since) {}

  /** Notes a problem; one with the same place and subject stays since when it was first seen. */
  public synchronized void raise(Place place, String subject, String detail, Instant now) {
    bySubject.merge(
        key(place, subject),
        new Problem(place, subject, detail, now),
        (old, newer) -> new Problem(place, subject, detail, old.since()));
  }

  /** Forgets a problem, if there was one. */
  public synchronized void solved(Place place, String subject) {
    bySubject.remove(key(place, subject));
  }

  /** Those that last, the oldest first. */
  public synchronized List<Problem> all() {
    return new ArrayList<>(bySubject.values());
  }

  private static String key(Place place, String subject) {
    return place + "\n" + subject;
  }
}
