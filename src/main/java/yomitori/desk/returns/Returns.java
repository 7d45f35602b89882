package yomitori.desk.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

/** The returns of one form at one moment. Immutable; may be read from any thread. */
public final class Returns {

  /** Of a name that more institutions share no one is proposed. */
  private static final int MOST_PROPOSED = 3;

  private static final Pattern CODE = Pattern.compile("[0-9]{7}");

  /** That of the list. */
  private static final Comparator<MasterEntry> ORDER =
      Comparator.comparingInt(MasterEntry::prefecture).thenComparing(MasterEntry::code);

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
    Map<Integer, List<InstitutionReturn>> known =
        heard.values().stream().collect(Collectors.groupingBy(r -> r.institution().prefecture()));
    expected.forEach(
        (prefecture, all) ->
            counts.put(prefecture, count(all.size(), known.getOrDefault(prefecture, List.of()))));
  }

  /**
   * Lays answers beside those who were asked.
   *
   * @param names who has a name that stands in place of a code
   * @param expected by prefecture, in the order in which they are shown: by code
   * @param answers oldest first
   */
  static Returns of(
      MasterList masters,
      NamedInstitutions names,
      Map<Integer, List<MasterEntry>> expected,
      List<Answer> answers) {
    Map<MasterEntry, List<Answer>> certain = new LinkedHashMap<>();
    Map<MasterEntry, List<Answer>> proposed = new LinkedHashMap<>();
    List<Answer> unlisted = new ArrayList<>();
    for (Answer answer : answers) {
      Optional<MasterEntry> coded = coded(masters, answer);
      if (coded.isPresent() && answer.sure()) {
        certain.computeIfAbsent(coded.get(), e -> new ArrayList<>()).add(answer);
        continue;
      }
      List<MasterEntry> like = coded.map(List::of).orElseGet(() -> named(names, answer));
      like.forEach(entry -> proposed.computeIfAbsent(entry, e -> new ArrayList<>()).add(answer));
      if (like.isEmpty()) {
        unlisted.add(answer);
      }
    }
    Map<MasterEntry, InstitutionReturn> heard = new TreeMap<>(ORDER);
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
    return answer.prefecture() > 0 && CODE.matcher(answer.code()).matches()
        ? masters.find(answer.prefecture(), answer.code())
        : Optional.empty();
  }

  private static List<MasterEntry> named(NamedInstitutions names, Answer answer) {
    List<MasterEntry> found = names.of(answer.prefecture(), answer.name());
    return found.size() > MOST_PROPOSED ? List.of() : found;
  }

  private static ReturnCounts count(int expected, List<InstitutionReturn> known) {
    return new ReturnCounts(
        expected,
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
    if (state != ReturnState.MISSING) {
      return heard.values().stream().filter(r -> isOf(prefecture, r.institution()) && r.is(state));
    }
    Stream<MasterEntry> all =
        prefecture.isPresent()
            ? expected.getOrDefault(prefecture.getAsInt(), List.of()).stream()
            : expected.values().stream().flatMap(List::stream);
    return all.map(this::of).filter(r -> r.is(state));
  }

  private static boolean isOf(OptionalInt prefecture, MasterEntry entry) {
    return prefecture.isEmpty() || entry.prefecture() == prefecture.getAsInt();
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
