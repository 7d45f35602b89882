package yomitori.desk.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

/** The returns of one form at one moment. Immutable; may be read from any thread. */
public final class Returns {

  /** Of a name that more institutions share no one is proposed. */
  private static final int MOST_PROPOSED = 3;

  private final Map<Integer, List<MasterEntry>> expected;
  private final Map<MasterEntry, InstitutionReturn> heard;
  private final Map<Integer, ReturnCounts> counts = new TreeMap<>();
  private final List<Answer> unlisted;

  private Returns(
      Map<Integer, List<MasterEntry>> expected,
      Map<MasterEntry, InstitutionReturn> heard,
      List<Answer> unlisted) {
    this.expected = expected;
    this.heard = heard;
    this.unlisted = List.copyOf(unlisted);
    expected.forEach((prefecture, all) -> counts.put(prefecture, count(all)));
  }

  /**
   * Lays answers beside those who were asked.
   *
   * @param expected by prefecture, in the order in which they are shown
   * @param answers oldest first
   */
  static Returns of(
      MasterList masters, Map<Integer, List<MasterEntry>> expected, List<Answer> answers) {
    Map<MasterEntry, List<Answer>> certain = new LinkedHashMap<>();
    Map<MasterEntry, List<Answer>> proposed = new LinkedHashMap<>();
    List<Answer> unlisted = new ArrayList<>();
    for (Answer answer : answers) {
      Optional<MasterEntry> coded = coded(masters, answer);
      if (coded.isPresent() && answer.sure()) {
        certain.computeIfAbsent(coded.get(), e -> new ArrayList<>()).add(answer);
        continue;
      }
      List<MasterEntry> like = coded.map(List::of).orElseGet(() -> named(masters, answer));
      like.forEach(entry -> proposed.computeIfAbsent(entry, e -> new ArrayList<>()).add(answer));
      if (like.isEmpty()) {
        unlisted.add(answer);
      }
    }
    Map<MasterEntry, InstitutionReturn> heard = new LinkedHashMap<>();
    Stream.concat(certain.keySet().stream(), proposed.keySet().stream())
        .forEach(
            entry ->
                heard.put(
                    entry,
                    new InstitutionReturn(
                        entry,
                        certain.getOrDefault(entry, List.of()),
                        proposed.getOrDefault(entry, List.of()))));
    return new Returns(expected, heard, unlisted);
  }

  private static Optional<MasterEntry> coded(MasterList masters, Answer answer) {
    return answer.prefecture() > 0 && answer.code().matches("[0-9]{7}")
        ? masters.find(answer.prefecture(), answer.code())
        : Optional.empty();
  }

  private static List<MasterEntry> named(MasterList masters, Answer answer) {
    List<MasterEntry> found = masters.named(answer.prefecture(), answer.name());
    return found.size() > MOST_PROPOSED ? List.of() : found;
  }

  private ReturnCounts count(List<MasterEntry> all) {
    List<InstitutionReturn> known = all.stream().map(heard::get).filter(r -> r != null).toList();
    return new ReturnCounts(
        all.size(),
        count(known, ReturnState.ANSWERED),
        count(known, ReturnState.SEVERAL),
        count(known, ReturnState.PROPOSED));
  }

  private static int count(List<InstitutionReturn> known, ReturnState state) {
    return (int) known.stream().filter(r -> r.is(state)).count();
  }

  /** The prefectures from which anybody is expected, by code, with their numbers. */
  public Map<Integer, ReturnCounts> byPrefecture() {
    return Map.copyOf(counts);
  }

  /**
   * The numbers of a prefecture, or of all.
   *
   * @param prefecture 1 to 47
   */
  public ReturnCounts counts(OptionalInt prefecture) {
    return prefecture.isPresent()
        ? counts.getOrDefault(prefecture.getAsInt(), new ReturnCounts(0, 0, 0, 0))
        : ReturnCounts.sum(List.copyOf(counts.values()));
  }

  /**
   * The institutions in a state, by prefecture and code.
   *
   * @param prefecture 1 to 47; empty for all
   */
  public Stream<InstitutionReturn> institutions(ReturnState state, OptionalInt prefecture) {
    Stream<MasterEntry> all =
        prefecture.isPresent()
            ? expected.getOrDefault(prefecture.getAsInt(), List.of()).stream()
            : expected.values().stream().flatMap(List::stream);
    return all.map(this::of).filter(r -> r.is(state));
  }

  private InstitutionReturn of(MasterEntry entry) {
    InstitutionReturn known = heard.get(entry);
    return known == null ? new InstitutionReturn(entry, List.of(), List.of()) : known;
  }

  /** Answers from nobody who is on the list, oldest first. */
  public List<Answer> unlisted() {
    return unlisted;
  }
}
