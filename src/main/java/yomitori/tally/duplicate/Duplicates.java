package yomitori.tally.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Source;
import yomitori.tally.duplicate.PairDecisions.AnswerName;
import yomitori.tally.duplicate.Removal.Reason;
import yomitori.tally.plan.InstitutionFields;
import yomitori.tally.plan.Keep;

/**
 * Finds answers of one institution, and says which of them counts. What a code or a name says for
 * certain is taken; what is only near is proposed.
 *
 * @param counted the answers that count, in the order given
 * @param removals those that were taken out, in the order given
 * @param proposals pairs of answers that count, of which a person must decide; the likeliest first
 */
public record Duplicates(List<Answer> counted, List<Removal> removals, List<Proposal> proposals) {

  /** Keeps the lists. */
  public Duplicates {
    counted = List.copyOf(counted);
    removals = List.copyOf(removals);
    proposals = List.copyOf(proposals);
  }

  /**
   * Looks through answers.
   *
   * @param answers of all sources that are put together
   * @param fields that tell the institution
   * @param keep which of several counts
   * @param kinds the kind of each source, by its id
   * @param decisions what a person said of pairs
   */
  public static Duplicates among(
      List<Answer> answers,
      InstitutionFields fields,
      Keep keep,
      Map<String, Source.Kind> kinds,
      PairDecisions decisions) {
    List<Identity> sure = answers.stream().map(a -> Identity.of(a, fields, false)).toList();
    List<AnswerName> names =
        answers.stream().map(a -> new AnswerName(a.source(), a.reference())).toList();
    Links links = links(sure, names, decisions);

    Comparator<Integer> best =
        Comparator.<Integer>comparingInt(i -> preference(keep, kinds.get(answers.get(i).source())))
            .thenComparing(i -> answers.get(i).answeredAt().orElse(Instant.MIN))
            .thenComparing(Comparator.naturalOrder());
    List<Removal> removals = new ArrayList<>();
    Set<Integer> out = new HashSet<>();
    for (List<Integer> set : links.sets()) {
      int kept = set.stream().max(best).orElseThrow();
      for (int i : set) {
        if (i != kept) {
          out.add(i);
          Reason reason = links.reason(i, kept).orElse(reason(sure.get(i), sure.get(kept)));
          removals.add(new Removal(answers.get(i), answers.get(kept), reason));
        }
      }
    }
    List<Integer> left =
        IntStream.range(0, answers.size()).filter(i -> !out.contains(i)).boxed().toList();
    List<Identity> told = answers.stream().map(a -> Identity.of(a, fields, true)).toList();
    List<Proposal> proposals =
        new NearPairs(
                left, sure, told, (a, b) -> decisions.of(names.get(a), names.get(b)).isEmpty())
            .find().entrySet().stream()
                .map(
                    pair ->
                        new Proposal(
                            answers.get(pair.getKey().first()),
                            answers.get(pair.getKey().second()),
                            pair.getValue()))
                .sorted(Comparator.comparing(Proposal::why))
                .toList();
    return new Duplicates(left.stream().map(answers::get).toList(), removals, proposals);
  }

  private static int preference(Keep keep, Source.Kind kind) {
    return switch (keep) {
      case NEWEST -> 0;
      case WEB_OVER_FAX -> kind == Source.Kind.WEB ? 1 : 0;
      case FAX_OVER_WEB -> kind == Source.Kind.FAX ? 1 : 0;
    };
  }

  /** Of two that only a third one joins, what they have in common all the same. */
  private static Reason reason(Identity a, Identity b) {
    boolean prefecture = a.hasPrefecture() && a.prefecture().equals(b.prefecture());
    if (prefecture && a.hasCode() && a.code().equals(b.code())) {
      return Reason.SAME_CODE;
    }
    return prefecture && a.hasName() && a.name().equals(b.name()) && !(a.hasCode() && b.hasCode())
        ? Reason.SAME_NAME
        : Reason.THROUGH_ANOTHER;
  }

  private static Links links(List<Identity> who, List<AnswerName> names, PairDecisions decisions) {
    Links links = new Links(who.size());
    JoinUnlessDenied join = new JoinUnlessDenied(links, names, decisions);
    joinCodes(who, join);
    joinCodesWithoutPrefecture(who, join);
    joinNames(who, join);
    joinDecided(names, decisions, links);
    return links;
  }

  /** A person who says that two are different is believed, whatever they have in common. */
  private record JoinUnlessDenied(Links links, List<AnswerName> names, PairDecisions decisions) {

    void join(int a, int b, Reason reason) {
      if (decisions.of(names.get(a), names.get(b)).orElse(true)) {
        links.join(a, b, reason);
      }
    }

    void joinAll(List<Integer> set, Reason reason) {
      for (int i = 1; i < set.size(); i++) {
        for (int j = 0; j < i; j++) {
          join(set.get(j), set.get(i), reason);
        }
      }
    }
  }

  private static void joinCodes(List<Identity> who, JoinUnlessDenied join) {
    Map<String, List<Integer>> byCode = new LinkedHashMap<>();
    for (int i = 0; i < who.size(); i++) {
      Identity one = who.get(i);
      if (one.hasCode() && one.hasPrefecture()) {
        byCode.computeIfAbsent(one.prefecture() + one.code(), key -> new ArrayList<>()).add(i);
      }
    }
    byCode.values().forEach(set -> join.joinAll(set, Reason.SAME_CODE));
  }

  private static void joinCodesWithoutPrefecture(List<Identity> who, JoinUnlessDenied join) {
    Map<String, List<Integer>> byCodeAndName = new LinkedHashMap<>();
    for (int i = 0; i < who.size(); i++) {
      Identity one = who.get(i);
      if (one.hasCode() && one.hasName()) {
        byCodeAndName.computeIfAbsent(one.code() + one.name(), key -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> set : byCodeAndName.values()) {
      long prefectures =
          set.stream()
              .map(i -> who.get(i).prefecture())
              .filter(p -> !p.isEmpty())
              .distinct()
              .count();
      if (prefectures <= 1 && set.stream().anyMatch(i -> !who.get(i).hasPrefecture())) {
        join.joinAll(set, Reason.SAME_CODE_AND_NAME);
      }
    }
  }

  /** A name stands for a missing code only where it is that of one institution. */
  private static void joinNames(List<Identity> who, JoinUnlessDenied join) {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int i = 0; i < who.size(); i++) {
      Identity one = who.get(i);
      if (one.hasName() && one.hasPrefecture()) {
        byName.computeIfAbsent(one.prefecture() + one.name(), key -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> set : byName.values()) {
      long codes =
          set.stream().map(i -> who.get(i).code()).filter(c -> !c.isEmpty()).distinct().count();
      if (codes <= 1 && set.stream().anyMatch(i -> !who.get(i).hasCode())) {
        join.joinAll(set, Reason.SAME_NAME);
      }
    }
  }

  private static void joinDecided(List<AnswerName> names, PairDecisions decisions, Links links) {
    Map<AnswerName, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    decisions
        .same()
        .forEach(
            (pair, same) -> {
              List<Integer> found =
                  pair.stream().filter(places::containsKey).map(places::get).sorted().toList();
              if (same && found.size() == 2) {
                links.join(found.get(0), found.get(1), Reason.DECIDED);
              }
            });
  }
}
