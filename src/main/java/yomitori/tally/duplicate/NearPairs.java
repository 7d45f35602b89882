package yomitori.tally.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.resolve.MedicalInstitutionCode;
import yomitori.resolve.master.InstitutionName;
import yomitori.tally.duplicate.Proposal.Why;
import yomitori.text.EditDistance;

/** Pairs of answers that may be of one institution although nothing says so for certain. */
final class NearPairs {

  private static final int CHARACTERS_TO_A_MISTAKE = 5;

  /** From this length on two characters may differ; half of those of 森田脳神経外科クリニック are its own. */
  private static final int LONG_NAME = 14;

  /** Of shorter names, one character less is another name: 林医院 and 森医院. */
  private static final int SHORTEST_NAME = 5;

  private static final Pattern KIND =
      Pattern.compile(
          "(?:クリニック|医院|病院|診療所|[内外眼歯]科|(?:整形外|脳神経外|循環器内|消化器内|産婦人|泌尿器|耳鼻咽喉|耳鼻|皮膚|小児|胃腸|心療内)科)+$");

  private final List<Integer> answers;
  private final List<Identity> sure;
  private final List<Identity> told;
  private final Open open;
  private final Map<Pair, Why> found = new TreeMap<>();

  /** Whether nothing was decided of two answers yet. */
  interface Open {
    boolean test(int a, int b);
  }

  /**
   * Two answers by their places.
   *
   * @param first the smaller one
   * @param second the larger one
   */
  record Pair(int first, int second) implements Comparable<Pair> {

    @Override
    public int compareTo(Pair other) {
      return first == other.first
          ? Integer.compare(second, other.second)
          : Integer.compare(first, other.first);
    }
  }

  /**
   * @param answers the places of those that count
   * @param sure what each says for certain, by place
   * @param told what each says, doubts too, by place
   */
  NearPairs(List<Integer> answers, List<Identity> sure, List<Identity> told, Open open) {
    this.answers = answers;
    this.sure = sure;
    this.told = told;
    this.open = open;
  }

  /** The pairs in the order of their answers, each with the strongest reason. */
  Map<Pair, Why> find() {
    by(one -> key(one.prefecture(), one.code()), this::doubtful);
    by(one -> key(one.prefecture(), one.name()), this::sameName);
    by(Identity::code, this::sameCode);
    by(Identity::name, this::nameAlone);
    nearNames();
    nearCodes();
    return found;
  }

  private static String key(String a, String b) {
    return a.isEmpty() || b.isEmpty() ? "" : a + b;
  }

  private interface Judge {
    Optional<Why> of(int a, int b);
  }

  private void by(Function<Identity, String> key, Judge judge) {
    Map<String, List<Integer>> sets = new LinkedHashMap<>();
    for (int i : answers) {
      String of = key.apply(told.get(i));
      if (!of.isEmpty()) {
        sets.computeIfAbsent(of, k -> new ArrayList<>()).add(i);
      }
    }
    sets.values().forEach(set -> judge(set, judge));
  }

  private void judge(List<Integer> set, Judge judge) {
    for (int i = 1; i < set.size(); i++) {
      for (int j = 0; j < i; j++) {
        propose(set.get(j), set.get(i), judge);
      }
    }
  }

  private void propose(int a, int b, Judge judge) {
    judge
        .of(a, b)
        .filter(why -> open.test(a, b))
        .ifPresent(why -> found.putIfAbsent(new Pair(a, b), why));
  }

  /**
   * The same prefecture and code: still two only because one of them is in doubt, or was denied.
   */
  private Optional<Why> doubtful(int a, int b) {
    return told.get(a).doubtful() || told.get(b).doubtful()
        ? Optional.of(Why.IN_DOUBT)
        : Optional.empty();
  }

  private Optional<Why> sameName(int a, int b) {
    Identity one = told.get(a);
    Identity other = told.get(b);
    if (one.doubtful() || other.doubtful()) {
      return sure.get(a).hasCode() && sure.get(b).hasCode()
          ? Optional.empty()
          : Optional.of(Why.IN_DOUBT);
    }
    if (!one.hasCode() || !other.hasCode()) {
      return Optional.of(Why.NAME_SHARED);
    }
    return one.codeMayBeRight() && other.codeMayBeRight()
        ? Optional.empty()
        : Optional.of(Why.CODE_WRONG);
  }

  private Optional<Why> sameCode(int a, int b) {
    return !told.get(a).prefecture().equals(told.get(b).prefecture()) && likeNames(a, b)
        ? Optional.of(Why.PREFECTURE_DIFFERS)
        : Optional.empty();
  }

  private Optional<Why> nameAlone(int a, int b) {
    Identity one = told.get(a);
    Identity other = told.get(b);
    boolean known = one.hasPrefecture() && other.hasPrefecture();
    return !known && (!one.hasCode() || !other.hasCode())
        ? Optional.of(Why.NAME_ONLY)
        : Optional.empty();
  }

  /** One without code against all others of its prefecture. */
  private void nearNames() {
    Map<String, List<Integer>> byPrefecture = new LinkedHashMap<>();
    for (int i : answers) {
      if (told.get(i).hasName() && told.get(i).hasPrefecture()) {
        byPrefecture.computeIfAbsent(told.get(i).prefecture(), p -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> set : byPrefecture.values()) {
      for (int i : set) {
        if (!told.get(i).hasCode()) {
          for (int j : set) {
            if (i != j) {
              propose(
                  Math.min(i, j),
                  Math.max(i, j),
                  (a, b) -> nearNames(a, b) ? Optional.of(Why.NAME_NEAR) : Optional.empty());
            }
          }
        }
      }
    }
  }

  /** Codes of one prefecture that are the same but for one digit, or two that changed places. */
  private void nearCodes() {
    int digits = MedicalInstitutionCode.LENGTH;
    for (int hidden = 0; hidden < digits; hidden++) {
      int at = hidden;
      by(
          one -> key(one.prefecture(), hide(one.code(), at, at)),
          (a, b) -> likeNames(a, b) ? Optional.of(Why.CODE_NEAR) : Optional.empty());
    }
    for (int hidden = 0; hidden + 1 < digits; hidden++) {
      int at = hidden;
      by(
          one -> key(one.prefecture(), hide(one.code(), at, at + 1)),
          (a, b) ->
              changedPlaces(told.get(a).code(), told.get(b).code(), at) && likeNames(a, b)
                  ? Optional.of(Why.CODE_NEAR)
                  : Optional.empty());
    }
  }

  private static String hide(String code, int from, int to) {
    return code.isEmpty()
        ? ""
        : code.substring(0, from) + "?".repeat(to - from + 1) + code.substring(to + 1);
  }

  private static boolean changedPlaces(String a, String b, int at) {
    return a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
  }

  private boolean likeNames(int a, int b) {
    return !told.get(a).hasName() || !told.get(b).hasName() || alike(a, b);
  }

  /**
   * Enough beside a code that says the same: one character in {@value #CHARACTERS_TO_A_MISTAKE}.
   */
  private boolean alike(int a, int b) {
    String one = told.get(a).name();
    String other = told.get(b).name();
    int longest = Math.max(one.length(), other.length());
    return EditDistance.between(one, other) <= Math.max(1, longest / CHARACTERS_TO_A_MISTAKE)
        && InstitutionName.isNamed(one, other);
  }

  /** Where nothing but the name says so. */
  private boolean nearNames(int a, int b) {
    String one = told.get(a).name();
    String other = told.get(b).name();
    int longest = Math.max(one.length(), other.length());
    int most = longest < LONG_NAME ? 1 : 2;
    return longest >= SHORTEST_NAME
        && Math.abs(one.length() - other.length()) <= most
        && kind(one).equals(kind(other))
        && EditDistance.between(one, other) <= most;
  }

  /** What a name shares with those of many others: its departments and what it is. */
  private static String kind(String name) {
    Matcher kind = KIND.matcher(name);
    return kind.find() ? kind.group() : "";
  }
}
