package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import yomitori.simulate.line.Level;
import yomitori.simulate.score.Score.FieldScore;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.PageEffect;

/**
 * What costs most: the fields and effects where more goes wrong than elsewhere. For each of them
 * the excess is counted: how many more answers were accepted wrongly (or left to a person) than if
 * its answers had fared like all others. Excesses of causes that come together overlap; they rank,
 * they do not add up.
 */
public final class WeakSpots {

  /** What leaves the pixels as they are. */
  private static final Set<String> WITHOUT_PIXELS = Set.of("wire", "delivery");

  private WeakSpots() {}

  /** What kind of thing a cause is. */
  public enum Cause {
    FIELD,
    LINE,
    HAND
  }

  /**
   * One thing that costs.
   *
   * @param cause what kind of thing
   * @param name the field or effect
   * @param level how strongly the line's effect acted; NONE for the others
   * @param counts its answers
   * @param excessWrong more wrong answers than if they had fared like the others
   * @param excessReview more answers left to a person, likewise
   */
  public record Spot(
      Cause cause,
      String name,
      Level level,
      Counts counts,
      double excessWrong,
      double excessReview) {}

  /** The weak spots of marks, the costliest first. */
  public static List<Spot> ofMarks(Score score) {
    return rank(score, score.marks().counts(), f -> !f.kind().written(), true);
  }

  /** The weak spots of written fields, the costliest first. */
  public static List<Spot> ofTexts(Score score) {
    Counts all =
        score.kinds().entrySet().stream()
            .filter(kind -> kind.getKey().written())
            .map(Map.Entry::getValue)
            .reduce(Counts.NONE, Counts::plus);
    return rank(score, all, f -> f.kind().written(), false);
  }

  private static List<Spot> rank(
      Score score, Counts all, Predicate<FieldScore> wanted, boolean marks) {
    List<Spot> spots = new ArrayList<>();
    Counts allFields =
        score.fields().stream()
            .filter(wanted)
            .map(FieldScore::counts)
            .reduce(Counts.NONE, Counts::plus);
    for (FieldScore field : score.fields()) {
      if (wanted.test(field)) {
        spots.add(spot(Cause.FIELD, field.field(), Level.NONE, field.counts(), allFields));
      }
    }
    for (PageEffect effect : score.pageEffects()) {
      if (effect.level() != Level.NONE && !WITHOUT_PIXELS.contains(effect.effect())) {
        spots.add(ofLine(effect, score, all, marks));
      }
    }
    // A pen or a shape is compared with other ink, not with places that were left empty.
    Counts untouched =
        score.handEffects().stream()
            .filter(effect -> effect.effect().isEmpty())
            .map(effect -> marks ? effect.marks() : effect.texts())
            .reduce(Counts.NONE, Counts::plus);
    Counts inked = all.minus(untouched);
    for (HandEffect effect : score.handEffects()) {
      if (!effect.effect().isEmpty()) {
        Counts own = marks ? effect.marks() : effect.texts();
        spots.add(spot(Cause.HAND, effect.effect(), Level.NONE, own, inked));
      }
    }
    spots.removeIf(s -> s.excessWrong() <= 0 && s.excessReview() <= 0);
    spots.sort(
        Comparator.comparingDouble((Spot spot) -> seconds(spot, marks))
            .reversed()
            .thenComparing(Spot::cause)
            .thenComparing(Spot::name)
            .thenComparing(Spot::level));
    return List.copyOf(spots);
  }

  /** Wrong answers and reviews in one currency. */
  private static double seconds(Spot spot, boolean marks) {
    double review = marks ? OperatorTime.SECONDS_FOR_MARK : OperatorTime.SECONDS_FOR_LINE;
    return spot.excessWrong() * OperatorTime.SECONDS_FOR_WRONG + spot.excessReview() * review;
  }

  /**
   * An effect of the line acts on a whole page, so it is pages that must differ by more than
   * chance.
   */
  private static Spot ofLine(PageEffect effect, Score score, Counts all, boolean marks) {
    Counts own = marks ? effect.marks() : effect.texts();
    PagesHit hit = marks ? effect.markPages() : effect.textPages();
    PagesHit others =
        score.pageEffects().stream()
            .filter(e -> e.effect().equals(effect.effect()) && e.level() != effect.level())
            .map(e -> marks ? e.markPages() : e.textPages())
            .reduce(new PagesHit(0, 0, 0), PagesHit::plus);
    Counts rest = all.minus(own);
    boolean wrong = clear(hit.wrong(), hit.read(), others.wrong(), others.read());
    boolean review = clear(hit.review(), hit.read(), others.review(), others.read());
    return new Spot(
        Cause.LINE,
        effect.effect(),
        effect.level(),
        own,
        wrong ? own.wrong() - own.decided() * rest.errorRate().share() : 0,
        review ? own.review() - own.read() * rest.reviewRate().share() : 0);
  }

  private static Spot spot(Cause cause, String name, Level level, Counts own, Counts all) {
    return new Spot(
        cause,
        name,
        level,
        own,
        excess(own.wrong(), own.decided(), all.wrong(), all.decided()),
        excess(own.review(), own.read(), all.review(), all.read()));
  }

  /** The excess; 0 where it may be chance. */
  private static double excess(long own, long ownOf, long all, long allOf) {
    Rate others = Rate.of(all - own, allOf - ownOf);
    return clear(own, ownOf, all - own, allOf - ownOf) ? own - ownOf * others.share() : 0;
  }

  private static boolean clear(long own, long ownOf, long others, long othersOf) {
    return Rate.of(own, ownOf).lower() > Rate.of(others, othersOf).upper();
  }
}
