package yomitori.desk.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is looked for; all of it must be so. Empty texts and lists ask for nothing.
 *
 * @param words each must be in the name, the code or the path of the file, or be the prefecture
 * @param institution part of the name, in whatever way it is written
 * @param code part of the code
 * @param prefecture 1 to 47
 * @param from the first moment of receipt that counts
 * @param until the first moment that no longer counts
 * @param source part of the file's path below the inbox, which begins with the sender's folder
 * @param status a page's status in the ledger
 * @param form the form's id
 */
public record SearchFilter(
    List<String> words,
    String institution,
    String code,
    OptionalInt prefecture,
    Optional<Instant> from,
    Optional<Instant> until,
    String source,
    String status,
    String form) {

  public SearchFilter {
    words = List.copyOf(words);
  }
}
