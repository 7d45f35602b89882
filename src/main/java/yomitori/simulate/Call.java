package yomitori.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.line.LineProfile;

/**
 * One call, and so one file: which answered forms it brings, and what else.
 *
 * @param number from 1; the file is named by it
 * @param firstForm number of the first form, from 1
 * @param forms how many forms
 * @param kind what pages there are
 */
record Call(int number, int firstForm, int forms, Kind kind) {

  /** Most forms in one call, such as a local association collects. */
  private static final int MOST_FORMS = 5;

  /** The pages of a call. */
  enum Kind {
    /** Nothing but the forms. */
    FORMS,
    /** A cover sheet, then the form. */
    COVERED,
    /** The form breaks off and is sent again. */
    RESENT
  }

  /**
   * The calls that bring forms 1 to {@code count}. Drawing more only lengthens the list, but for
   * the last call, which may be cut. The shares of the kinds are an assumption; no figures were
   * found.
   */
  static List<Call> all(int count, LineProfile profile, Chance chance) {
    List<Call> calls = new ArrayList<>();
    for (int form = 1; form <= count; ) {
      Chance own = chance.stream(form);
      double u = own.unit();
      double covered = profile.choose(0.03, 0.05, 0.08, 0.1);
      double several = profile.choose(0.02, 0.03, 0.04, 0.04);
      double resent = profile.choose(0, 0.003, 0.01, 0.03);
      int forms = u >= covered && u < covered + several ? 2 + own.below(MOST_FORMS - 1) : 1;
      Kind kind = u < covered ? Kind.COVERED : u > 1 - resent ? Kind.RESENT : Kind.FORMS;
      forms = Math.min(forms, count - form + 1);
      calls.add(new Call(calls.size() + 1, form, forms, kind));
      form += forms;
    }
    return calls;
  }

  /** The calls that bring forms 1 to {@code count}, each in a file of its own with nothing else. */
  static List<Call> oneFormEach(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> new Call(i, i, 1, Kind.FORMS)).toList();
  }

  /** Pages in all. */
  int pages() {
    return kind == Kind.FORMS ? forms : forms + 1;
  }
}
