package yomitori.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import yomitori.form.CombField;
import yomitori.register.RegisteredPage;
import yomitori.text.TextReading.Candidate;

/** Reads combs cell by cell. Thread-safe. */
public final class CombReader {

  /** Most alternatives kept for one comb. */
  private static final int MOST_CANDIDATES = 5;

  private static final Candidate UNREAD = new Candidate("", 0);

  private final DigitModel model;

  public CombReader(DigitModel model) {
    this.model = model;
  }

  /** What each cell holds; blank where nothing is written in any. */
  public TextReading read(RegisteredPage page, CombField field) {
    FieldPicture picture = PrintRemoval.writing(page, field.area());
    double damaged = page.damagedShare(field.area());
    if (!picture.written()) {
      return new TextReading(
          field.id(), picture.inkShare(), List.of(), damaged, List.of(), picture.outsideMm2());
    }
    List<DigitReading> cells = model.read(CombCells.of(page, field, picture));
    return new TextReading(
        field.id(), picture.inkShare(), candidates(cells), damaged, cells, picture.outsideMm2());
  }

  /**
   * The likeliest texts, best first; a cell that looks empty adds nothing to them. Where all do,
   * there is writing of which nothing could be made.
   */
  private static List<Candidate> candidates(List<DigitReading> cells) {
    if (cells.stream().allMatch(DigitReading::looksEmpty)) {
      return List.of(UNREAD);
    }
    List<Candidate> best = List.of(new Candidate("", 1));
    for (DigitReading cell : cells) {
      if (!cell.looksEmpty()) {
        best = extended(best, cell);
      }
    }
    return best;
  }

  private static List<Candidate> extended(List<Candidate> before, DigitReading cell) {
    List<Candidate> longer = new ArrayList<>();
    for (Candidate candidate : before) {
      for (int digit = 0; digit < DigitReading.DIGITS; digit++) {
        longer.add(
            new Candidate(candidate.text() + digit, candidate.score() * cell.digits().get(digit)));
      }
    }
    return longer.stream()
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .limit(MOST_CANDIDATES)
        .toList();
  }
}
