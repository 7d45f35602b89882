package yomitori.resolve.master;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All institutions that may answer. Immutable; may be read from any thread. */
public final class MasterList {

  private static final int CODES = 10_000_000;

  private final List<MasterEntry> entries;
  private final Map<Integer, MasterEntry> byKey;
  private final NameIndex names;
  private final Coverage coverage;

  private MasterList(List<MasterEntry> entries) {
    this.entries = List.copyOf(entries);
    this.byKey = new HashMap<>(2 * entries.size());
    for (MasterEntry entry : entries) {
      byKey.putIfAbsent(key(entry.prefecture(), entry.code()), entry);
    }
    this.names = new NameIndex(this.entries);
    this.coverage = new Coverage(this.entries);
  }

  /** A list; where two entries have the same prefecture and code, the first one is kept. */
  public static MasterList of(List<MasterEntry> entries) {
    Map<Integer, MasterEntry> first = new HashMap<>(2 * entries.size());
    List<MasterEntry> kept = new ArrayList<>();
    for (MasterEntry entry : entries) {
      if (first.putIfAbsent(key(entry.prefecture(), entry.code()), entry) == null) {
        kept.add(entry);
      }
    }
    return new MasterList(kept);
  }

  private static int key(int prefecture, String code) {
    return prefecture * CODES + Integer.parseInt(code);
  }

  /** All of them, in the list's order. */
  public List<MasterEntry> entries() {
    return entries;
  }

  /** How much of each prefecture it holds. */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * The institution with a code.
   *
   * @param prefecture 1 to 47
   * @param code seven digits
   */
  public Optional<MasterEntry> find(int prefecture, String code) {
    return Optional.ofNullable(byKey.get(key(prefecture, code)));
  }

  /**
   * An institution and how like a name its own is.
   *
   * @param likeness 0 to 1, where 1 is the same but for spaces, legal form and variants of
   *     characters
   */
  public record Match(MasterEntry entry, double likeness) {}

  /** The places, among {@link #entries}, of institutions whose names may be like a text. */
  public List<Integer> likeNames(String text) {
    return names.candidates(InstitutionName.comparable(text));
  }

  /**
   * The institutions with a name, but for spaces, legal form and variants of characters.
   *
   * @param prefecture 1 to 47, or 0 for all
   */
  public List<MasterEntry> named(int prefecture, String name) {
    return names.same(InstitutionName.comparable(name)).stream()
        .map(entries::get)
        .filter(entry -> prefecture == 0 || entry.prefecture() == prefecture)
        .toList();
  }

  /** The institutions with the most similar names, most similar first. */
  public List<Match> byName(String name, int most) {
    String wanted = InstitutionName.comparable(name);
    return names.candidates(wanted).stream()
        .map(i -> new Match(entries.get(i), names.likeness(wanted, i)))
        .sorted(Comparator.comparingDouble(Match::likeness).reversed())
        .limit(most)
        .toList();
  }

  /** How like a name, 0 to 1, that of an institution is. */
  public static double likeness(String name, MasterEntry entry) {
    String wanted = InstitutionName.comparable(name);
    return InstitutionName.variants(entry.name()).stream()
        .mapToDouble(variant -> NameIndex.likeness(wanted, variant))
        .max()
        .orElse(0);
  }
}
