package yomitori.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The only values that a field may hold, and what people write for them. Immutable. */
public final class Lexicon {

  /** What people leave off the names of prefectures. */
  private static final String SUFFIXES = "都府県";

  /** An entry is close where no more than this share of its characters differ. */
  private static final double CLOSE = 0.34;

  private final List<String> entries;

  /**
   * @param entries such as the 47 prefectures
   */
  public Lexicon(List<String> entries) {
    this.entries = List.copyOf(entries);
  }

  List<String> entries() {
    return entries;
  }

  /** An entry as people write it: with and, where it has one, without 都, 府 or 県. */
  public static List<String> ways(String entry) {
    return hasSuffix(entry) ? List.of(entry, stem(entry)) : List.of(entry);
  }

  /**
   * The entry that a text stands for: the text itself, or the name without 都, 府 or 県, or with one
   * other character in place of it, where the engine stumbled over the least telling character.
   */
  public Optional<String> entry(String text) {
    if (entries.contains(text)) {
      return Optional.of(text);
    }
    return entries.stream()
        .filter(Lexicon::hasSuffix)
        .filter(entry -> text.startsWith(stem(entry)))
        .filter(entry -> text.length() <= entry.length())
        .findFirst();
  }

  /** The one entry that is close to a text; empty where none is, or two are as close. */
  public Optional<String> closest(String text) {
    record Near(String entry, double distance) {}
    List<Near> near =
        entries.stream()
            .map(e -> new Near(e, (double) EditDistance.between(text, e) / Math.max(1, e.length())))
            .sorted(Comparator.comparingDouble(Near::distance))
            .limit(2)
            .toList();
    boolean clear =
        !near.isEmpty()
            && near.get(0).distance() <= CLOSE
            && (near.size() == 1 || near.get(0).distance() < near.get(1).distance());
    return clear ? Optional.of(near.get(0).entry()) : Optional.empty();
  }

  private static boolean hasSuffix(String entry) {
    return entry.length() > 2 && SUFFIXES.indexOf(entry.charAt(entry.length() - 1)) >= 0;
  }

  private static String stem(String entry) {
    return entry.substring(0, entry.length() - 1);
  }
}
