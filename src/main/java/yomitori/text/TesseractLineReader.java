package yomitori.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import yomitori.form.AmountField;
import yomitori.form.TextField;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;
import yomitori.text.LinePicture.Part;
import yomitori.text.TesseractEngine.Symbol;
import yomitori.text.TextReading.Candidate;

/**
 * Reads lines and amounts with Tesseract. A field with nothing written never reaches the engine.
 *
 * <p>Every field is read twice, at two letter heights. A candidate's score is the mean of its
 * weakest characters' scores as the engine gives them, lowered where the two readings disagree.
 * Thread-safe.
 */
public final class TesseractLineReader {

  private static final String AMOUNT = "0123456789,.";

  /** Letter heights that the engine reads best: measured on printed type at 204 x 196 and x 98. */
  private static final int[] DIGIT_PX = {40, 32};

  private static final int[] TEXT_PX = {40, 48};

  /**
   * What is left of the score where the reading at the second height is another: each letter height
   * has misreadings of its own that the engine is sure of.
   */
  private static final double SCORE_LEFT_ON_DISAGREEMENT = 0.7;

  /** Most alternatives kept for one field. */
  private static final int MOST_CANDIDATES = 5;

  /** Share of a text's characters, the weakest ones, whose mean is its score. */
  private static final double WEAKEST_SHARE = 0.25;

  private static final Candidate UNREAD = new Candidate("", 0);

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed();

  private final TesseractEnginePool engines;

  /**
   * @param engines lent to whichever thread reads; closed by whoever opened them
   */
  public TesseractLineReader(TesseractEnginePool engines) {
    this.engines = engines;
  }

  /** What is written in a text field. */
  TextReading read(RegisteredPage page, TextField field) {
    FieldPicture picture = PrintRemoval.writing(page, field.area());
    List<Candidate> candidates = List.of();
    if (picture.written()) {
      List<Part> lines = TextLines.of(picture, field.lines());
      candidates = textCandidates(picture.grey(), lines);
    }
    return reading(page, field.id(), field.area(), picture, candidates);
  }

  private List<Candidate> textCandidates(GrayImage grey, List<Part> lines) {
    return engines.with(
        Traineddata.JAPANESE,
        engine ->
            agreed(
                Arrays.stream(TEXT_PX)
                    .mapToObj(px -> candidates(readLines(engine, grey, lines, px)))
                    .toList()));
  }

  /** Raw lines: the layout analysis of the other modes drops short names such as 群馬県. */
  private static List<Symbol> readLines(
      TesseractEngine engine, GrayImage grey, List<Part> lines, int letterPx) {
    return lines.stream()
        .map(line -> LinePicture.line(grey, line, letterPx))
        .flatMap(p -> engine.read(p, TessPageSegMode.PSM_RAW_LINE, "").stream())
        .toList();
  }

  private static List<Candidate> candidates(List<Symbol> symbols) {
    return written(symbols).stream()
        .map(c -> new Candidate(JapaneseText.withoutStraySigns(c.text()), c.score()))
        .filter(c -> !c.text().isEmpty())
        .toList();
  }

  /** The number that is written in an amount. */
  TextReading read(RegisteredPage page, AmountField field) {
    FieldPicture picture = PrintRemoval.writing(page, field.area());
    List<Candidate> candidates = List.of();
    if (picture.written()) {
      List<Part> lines = TextLines.of(picture, 1);
      candidates =
          engines.with(
              Traineddata.ENGLISH,
              engine ->
                  agreed(
                      Arrays.stream(DIGIT_PX)
                          .mapToObj(px -> readAmount(engine, picture.grey(), lines, px))
                          .toList()));
    }
    return reading(page, field.id(), field.area(), picture, candidates);
  }

  private static List<Candidate> readAmount(
      TesseractEngine engine, GrayImage grey, List<Part> lines, int letterPx) {
    return withAlternatives(
        lines.stream()
            .map(line -> LinePicture.line(grey, line, letterPx))
            .flatMap(p -> engine.read(p, TessPageSegMode.PSM_RAW_LINE, AMOUNT).stream())
            .toList());
  }

  /** The candidates of all readings together, best first; in doubt where the readings disagree. */
  private static List<Candidate> agreed(List<List<Candidate>> readings) {
    List<Candidate> firsts =
        readings.stream().filter(r -> !r.isEmpty()).map(r -> r.get(0)).toList();
    boolean agree =
        firsts.size() == readings.size()
            && firsts.stream().map(Candidate::text).distinct().count() == 1;
    double left = agree ? 1 : SCORE_LEFT_ON_DISAGREEMENT;
    Map<String, Candidate> byText = new LinkedHashMap<>();
    Stream.concat(
            firsts.stream().sorted(BEST_FIRST),
            readings.stream().flatMap(r -> r.stream().skip(1)).sorted(BEST_FIRST))
        .forEach(c -> byText.putIfAbsent(c.text(), new Candidate(c.text(), left * c.score())));
    return byText.values().stream().limit(MOST_CANDIDATES).toList();
  }

  private static TextReading reading(
      RegisteredPage page,
      String id,
      RectMm area,
      FieldPicture picture,
      List<Candidate> candidates) {
    // Ink that the engine makes nothing of is not a blank field.
    List<Candidate> known =
        candidates.isEmpty() && picture.written() ? List.of(UNREAD) : candidates;
    return new TextReading(id, picture.inkShare(), known, page.damagedShare(area));
  }

  private static Optional<Candidate> written(List<Symbol> symbols) {
    if (symbols.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Symbol symbol : symbols) {
      if (symbol.startsWord() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(symbol.text());
    }
    String normalized = JapaneseText.normalize(text.toString());
    return Optional.of(new Candidate(normalized, normalized.isEmpty() ? 0 : score(symbols)));
  }

  /** The mean score of the weakest characters: one bad character spoils a text. */
  private static double score(List<Symbol> symbols) {
    double[] scores = symbols.stream().mapToDouble(Symbol::score).sorted().toArray();
    int n = Math.max(1, (int) Math.ceil(WEAKEST_SHARE * scores.length));
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += scores[i];
    }
    return Math.min(1, Math.max(0, sum / n));
  }

  /** The text, then the texts with one character exchanged for its next choice, best first. */
  private static List<Candidate> withAlternatives(List<Symbol> symbols) {
    Optional<Candidate> best = written(symbols.stream().map(s -> joined(s)).toList());
    if (best.isEmpty()) {
      return List.of();
    }
    List<Candidate> others = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      for (Symbol.Choice choice : symbols.get(i).choices()) {
        List<Symbol> changed = new ArrayList<>(symbols.stream().map(s -> joined(s)).toList());
        changed.set(i, new Symbol(choice.text(), choice.score(), false, List.of()));
        written(changed).ifPresent(others::add);
      }
    }
    return Stream.concat(best.stream(), others.stream().sorted(BEST_FIRST))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static Symbol joined(Symbol symbol) {
    return new Symbol(symbol.text(), symbol.score(), false, symbol.choices());
  }
}
