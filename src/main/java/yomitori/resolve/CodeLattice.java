package yomitori.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import yomitori.text.DigitReading;

/**
 * All codes that a comb's cells may hold, by the remainder of Luhn's sum over them: how likely they
 * are together, and the likeliest ones. Ten times as many steps as cells, instead of ten million
 * codes.
 */
final class CodeLattice {

  private static final int REMAINDERS = 10;

  /** Codes kept for each remainder. */
  private static final int KEPT = 4;

  private final double[] masses;
  private final List<List<Code>> best;

  private CodeLattice(double[] masses, List<List<Code>> best) {
    this.masses = masses;
    this.best = best;
  }

  /**
   * One code.
   *
   * @param probability by the cells alone
   */
  record Code(String digits, double probability) {}

  /**
   * @param cells seven
   */
  static CodeLattice of(List<DigitReading> cells) {
    double[] masses = new double[REMAINDERS];
    masses[0] = 1;
    List<List<Code>> best = nothing();
    best.get(0).add(new Code("", 1));
    for (int place = 0; place < cells.size(); place++) {
      double[] longerMasses = new double[REMAINDERS];
      List<List<Code>> longer = nothing();
      for (int digit = 0; digit < DigitReading.DIGITS; digit++) {
        double p = cells.get(place).digits().get(digit);
        int added = MedicalInstitutionCode.weighted(place, digit);
        for (int before = 0; before < REMAINDERS; before++) {
          int after = (before + added) % REMAINDERS;
          longerMasses[after] += masses[before] * p;
          for (Code code : best.get(before)) {
            longer.get(after).add(new Code(code.digits + digit, code.probability * p));
          }
        }
      }
      longer.forEach(CodeLattice::keepLikeliest);
      masses = longerMasses;
      best = longer;
    }
    return new CodeLattice(masses, best);
  }

  private static List<List<Code>> nothing() {
    List<List<Code>> lists = new ArrayList<>();
    for (int i = 0; i < REMAINDERS; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static void keepLikeliest(List<Code> codes) {
    codes.sort(Comparator.comparingDouble(Code::probability).reversed());
    if (codes.size() > KEPT) {
      codes.subList(KEPT, codes.size()).clear();
    }
  }

  /** How likely the cells hold a code with a remainder, 0 to 1. */
  double mass(int remainder) {
    return masses[remainder];
  }

  /** The likeliest codes with a remainder, likeliest first. */
  List<Code> best(int remainder) {
    return best.get(remainder);
  }
}
