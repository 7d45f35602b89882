package yomitori.desk.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * An export that was made.
 *
 * @param id in the ledger
 * @param madeAt when
 * @param kind what was asked for
 * @param operator who asked; empty where the desk made it by itself
 * @param folder where its files are
 * @param records how many
 * @param withdrawn records handed over earlier that count no more
 */
public record Export(
    long id, Instant madeAt, Kind kind, String operator, Path folder, int records, int withdrawn) {

  /** What an export holds. */
  public enum Kind {
    /** What is new or has changed since the last one. */
    NEW,
    /** All that counts. */
    WHOLE;

    /** As it stands in the ledger and in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
