package yomitori.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /**
   * What is left of the score where a seal may hide a letter, a lone stroke may be none, or more
   * lines are written than the field has, or than the likelihoods of a lexicon are known for.
   */
  private static final double LEFT_BY_DOUBT = 0.5;

  /** How much higher a stamp's name is than its address and telephone number. */
  private static final double STAMP_LARGER = 1.3;

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
    if (picture.written() && SealImpression.is(picture)) {
      candidates = List.of(UNREAD);
    } else if (picture.written() && !RuledThrough.is(picture)) {
      candidates = written(picture, field);
      candidates = candidates.isEmpty() ? List.of(UNREAD) : candidates;
    }
    return new TextReading(
        field.id(), picture.inkShare(), candidates, damaged, List.of(), picture.outsideMm2());
  }

  /** What is written, a seal beside it left out; in doubt where a letter may be under the seal. */
  private List<Candidate> written(FieldPicture picture, TextField field) {
    Optional<Seal> seal = SealSearch.in(picture);
    FieldPicture rest = seal.map(s -> s.removedFrom(picture)).orElse(picture);
    List<Part> lines = TextLines.of(rest, field.lines());
    List<Candidate> read = candidates(rest, answer(lines, field.lines()), field.lexicon());
    boolean hidden =
        seal.map(s -> !s.standsBeside(picture)).orElseGet(() -> Seal.perhapsIn(picture));
    boolean stroke = RuledThrough.perhapsOne(picture);
    boolean more = lines.size() > (field.lexicon().isEmpty() ? field.lines() : 1);
    return hidden || stroke || more
        ? read.stream().map(c -> c.withScore(LEFT_BY_DOUBT * c.score())).toList()
        : read;
  }

  /** Of a stamp in a field of one line, its largest line; of all else, everything. */
  private static List<Part> answer(List<Part> lines, int most) {
    int tallest = lines.stream().mapToInt(Part::height).max().orElse(0);
    List<Part> large =
        lines.stream().filter(line -> STAMP_LARGER * line.height() > tallest).toList();
    return most == 1 && large.size() == 1 ? large : lines;
  }

  private List<Candidate> candidates(FieldPicture picture, List<Part> lines, List<String> lexicon) {
    List<CtcLine> seen = lines.stream().map(line -> first.steps(picture.speckled(), line)).toList();
    LineText read = LineText.joined(seen.stream().map(CtcLine::text).toList());
    List<Candidate> all = new ArrayList<>(read.candidate().toList());
    if (read.score() < SURE) {
      LineText again =
          LineText.joined(lines.stream().map(line -> second.read(picture.grey(), line)).toList());
      add(all, again);
    }
    if (seen.size() == 1 && !lexicon.isEmpty()) {
      EntryShares shares = EntryShares.of(seen.get(0), new Lexicon(lexicon));
      all.replaceAll(shares::judged);
      all.addAll(shares.likeliest());
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
}
