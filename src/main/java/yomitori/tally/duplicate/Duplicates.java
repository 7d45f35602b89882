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
    List<AnswerName> names = answers.stream().map(AnswerName::of).toList();
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
    List<Identity> told =
        IntStream.range(0, answers.size())
            .mapToObj(
                i ->
                    sure.get(i).doubtful()
                        ? Identity.of(answers.get(i), fields, true)
                        : sure.get(i))
            .toList();
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
    boolean code = a.hasCode() && a.code().equals(b.code());
    boolean name = a.hasName() && a.name().equals(b.name());
    if (prefecture && code) {
      return Reason.SAME_CODE;
    }
    if (code && name) {
      return Reason.SAME_CODE_AND_NAME;
    }
    return prefecture && name && !(a.hasCode() && b.hasCode())
        ? Reason.SAME_NAME
        : Reason.THROUGH_ANOTHER;
  }

  private static Links links(List<Identity> who, List<AnswerName> names, PairDecisions decisions) {
    DecidedPairs decided = DecidedPairs.of(names, decisions);
    Links links = new Links(who.size(), decided.different());
    decided.same().forEach(pair -> links.join(pair.first(), pair.second(), Reason.DECIDED));
    joinCodes(who, links);
    joinCodesWithoutPrefecture(who, links);
    joinNames(who, links);
    return links;
  }

  private static void joinCodes(List<Identity> who, Links links) {
    Map<String, List<Integer>> byCode = new LinkedHashMap<>();
    for (int i = 0; i < who.size(); i++) {
      Identity one = who.get(i);
      if (one.hasCode() && one.hasPrefecture()) {
        byCode.computeIfAbsent(one.prefecture() + one.code(), key -> new ArrayList<>()).add(i);
      }
    }
    byCode.values().forEach(set -> links.joinAll(set, Reason.SAME_CODE));
  }

  private static void joinCodesWithoutPrefecture(List<Identity> who, Links links) {
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
        links.joinAll(set, Reason.SAME_CODE_AND_NAME);
      }
    }
  }

  /**
   * A name stands for a missing code only where it is that of one institution. A code in doubt is
   * not missing: it may be another institution's.
   */
  private static void joinNames(List<Identity> who, Links links) {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int i = 0; i < who.size(); i++) {
      Identity one = who.get(i);
      if (one.hasName() && one.hasPrefecture() && !one.codeInDoubt()) {
        byName.computeIfAbsent(one.prefecture() + one.name(), key -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> set : byName.values()) {
      long codes =
          set.stream().map(i -> who.get(i).code()).filter(c -> !c.isEmpty()).distinct().count();
      if (codes <= 1 && set.stream().anyMatch(i -> !who.get(i).hasCode())) {
        links.joinAll(set, Reason.SAME_NAME);
      }
    }
  }
}
