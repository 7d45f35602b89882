package yomitori.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yomitori.form.TextField;
import yomitori.register.RegisteredPage;
import yomitori.text.LinePicture.Part;
import yomitori.text.TextReading.Candidate;

/**
 * Reads fields of written lines. A field with nothing written, or only ruled through, never reaches
 * an engine; where the first engine is not sure the second is asked. Thread-safe.
 */
public final class LineFieldReader {

  /** From this score on nobody else is asked. */
  private static final double SURE = 0.9;

  /** What is left of the doubt where the second engine reads the same. */
  private static final double DOUBT_LEFT_WHERE_AGREED = 0.3;

  /** What the second engine's score counts beside the first's, which is right far more often. */
  private static final double SECOND = 0.5;

  /** Most entries of a lexicon that are kept. */
  private static final int MOST_ENTRIES = 3;

  /** Rarer entries are not worth naming. */
  private static final double LEAST_SHARE = 0.02;

  private static final Candidate UNREAD = new Candidate("", 0);

  private final LineModel first;
  private final LineEngine second;

  /**
   * @param second asked where the model is in doubt
   */
  public LineFieldReader(LineModel first, LineEngine second) {
    this.first = first;
    this.second = second;
  }

  /** What is written in a field. */
  TextReading read(RegisteredPage page, TextField field) {
    FieldPicture picture = PrintRemoval.writing(page, field.area());
    double damaged = page.damagedShare(field.area());
    List<Candidate> candidates = List.of();
    if (picture.written() && !RuledThrough.is(picture) && !SealImpression.is(picture)) {
      candidates = candidates(picture, TextLines.of(picture, field.lines()), field.lexicon());
      candidates = candidates.isEmpty() ? List.of(UNREAD) : candidates;
    }
    return new TextReading(
        field.id(), picture.inkShare(), candidates, damaged, List.of(), picture.outsideMm2());
  }

  private List<Candidate> candidates(FieldPicture picture, List<Part> lines, List<String> lexicon) {
    List<CtcLine> seen = lines.stream().map(line -> first.steps(picture.grey(), line)).toList();
    LineText read = LineText.joined(seen.stream().map(CtcLine::text).toList());
    List<Candidate> all = new ArrayList<>(read.candidate().toList());
    if (read.score() < SURE) {
      LineText again =
          LineText.joined(lines.stream().map(line -> second.read(picture.grey(), line)).toList());
      add(all, again);
    }
    if (seen.size() == 1) {
      entries(seen.get(0), lexicon).forEach(all::add);
    }
    return all.stream()
        .collect(Collectors.toMap(Candidate::text, c -> c, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static void add(List<Candidate> all, LineText again) {
    again
        .candidate()
        .forEach(
            c -> {
              if (!all.isEmpty() && all.get(0).text().equals(c.text())) {
                double doubt = 1 - all.get(0).score();
                all.set(0, all.get(0).withScore(1 - DOUBT_LEFT_WHERE_AGREED * doubt));
              } else {
                all.add(c.withScore(SECOND * c.score()));
              }
            });
  }

  /** The entries of a lexicon that the line may be, likeliest first, their shares as scores. */
  private static Stream<Candidate> entries(CtcLine line, List<String> lexicon) {
    Map<String, Double> probabilities = line.probabilities(lexicon);
    double sum = probabilities.values().stream().mapToDouble(p -> p).sum();
    return probabilities.entrySet().stream()
        .filter(e -> e.getValue() > LEAST_SHARE * sum)
        .map(e -> new Candidate(e.getKey(), SECOND * e.getValue() / sum))
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .limit(MOST_ENTRIES);
  }
}
