package yomitori.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import yomitori.resolve.CodeLattice.Code;
import yomitori.text.DigitReading;

/**
 * Code and prefecture decided together by Bayes' rule: what the cells look like, what the word
 * beside them looks like, and that the check digit of nearly every code agrees with its prefecture.
 *
 * @param codes the likeliest codes, likeliest first, with how likely each is
 * @param prefectures what is believed of the prefecture once the code is considered
 * @param odds how many times likelier such cells are than any others, if a code is written in them
 */
record CodeBelief(List<Code> codes, PrefectureBelief prefectures, double odds) {

  /**
   * Share of codes on forms that fail the check although they were read right: those who fill forms
   * in slip, too. Assumed; of published codes none of 96,488 fails.
   */
  private static final double MISWRITTEN = 0.003;

  private static final int REMAINDERS = 10;

  /** Codes that are told apart. */
  private static final int RUNNERS_UP = 5;

  CodeBelief {
    codes = List.copyOf(codes);
  }

  /**
   * @param cells what each of the code's cells holds; empty where no code is written
   * @param word what the prefecture's word looks like
   */
  static CodeBelief of(List<DigitReading> cells, PrefectureBelief word) {
    if (cells.isEmpty()) {
      return new CodeBelief(List.of(), word, 1);
    }
    CodeLattice lattice = CodeLattice.of(cells);
    double digits = 0;
    for (int r = 0; r < REMAINDERS; r++) {
      digits += lattice.mass(r);
    }
    double all = 1 - digits;
    List<Code> codes = new ArrayList<>();
    for (int r = 0; r < REMAINDERS; r++) {
      int remainder = r;
      double fits = word.mean(prefecture -> fits(prefecture, remainder));
      all += lattice.mass(r) * fits;
      lattice.best(r).forEach(c -> codes.add(new Code(c.digits(), c.probability() * fits)));
    }
    double total = all;
    double noCode = 1 - digits;
    return new CodeBelief(
        codes.stream()
            .map(c -> new Code(c.digits(), c.probability() / total))
            .sorted(Comparator.comparingDouble(Code::probability).reversed())
            .limit(RUNNERS_UP)
            .toList(),
        word.given(prefecture -> noCode + likelihood(prefecture, lattice)),
        total);
  }

  private static double likelihood(int prefecture, CodeLattice lattice) {
    double sum = 0;
    for (int r = 0; r < REMAINDERS; r++) {
      sum += lattice.mass(r) * fits(prefecture, r);
    }
    return sum;
  }

  /** How much likelier a code with a remainder is in a prefecture than any seven digits are. */
  private static double fits(int prefecture, int remainder) {
    return (1 - MISWRITTEN) * REMAINDERS * MedicalInstitutionCode.shareOf(prefecture, remainder)
        + MISWRITTEN;
  }
}
