package yomitori.tally.count;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.count.AmountTable.AmountGroup;
import yomitori.tally.plan.Amount;

/** Counts an amount. */
public final class AmountCounter {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

  /** Of a copy: else the amounts would be left in another order. */
  private static final Quantile QUARTILES =
      Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

  private static final double[] SHARES = {0.25, 0.5, 0.75};

  private AmountCounter() {}

  /**
   * How large the amounts of groups are.
   *
   * @param groups all, and classes
   */
  public static AmountTable count(Amount amount, List<Members> groups) {
    return new AmountTable(amount, groups.stream().map(members -> of(amount, members)).toList());
  }

  /** The amount that a text is; empty where it is none. */
  public static OptionalDouble amount(String text) {
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  private static AmountGroup of(Amount amount, Members members) {
    List<Given> written =
        members.answers().stream()
            .map(answer -> given(answer, amount))
            .filter(given -> !given.isEmpty() || given.isInDoubt())
            .toList();
    long doubts = written.stream().filter(Given::isInDoubt).count();
    List<Given> sure = written.stream().filter(given -> !given.isInDoubt()).toList();
    double[] amounts =
        sure.stream()
            .map(given -> amount(given.value()))
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    boolean none = amounts.length == 0;
    double[] quartiles = none ? new double[SHARES.length] : QUARTILES.evaluate(amounts, SHARES);
    return new AmountGroup(
        members.group(),
        amounts.length,
        sure.size() - amounts.length,
        doubts,
        none ? 0 : amounts[0],
        quartiles[0],
        quartiles[1],
        quartiles[2],
        none ? 0 : amounts[amounts.length - 1],
        histogram(amounts, amount.steps()));
  }

  private static Given given(Answer answer, Amount amount) {
    return answer.given(amount.field());
  }

  private static List<Long> histogram(double[] amounts, List<Long> steps) {
    Long[] bars = new Long[steps.size() + 1];
    Arrays.fill(bars, 0L);
    for (double value : amounts) {
      bars[(int) steps.stream().filter(step -> step <= value).count()]++;
    }
    return List.of(bars);
  }
}
