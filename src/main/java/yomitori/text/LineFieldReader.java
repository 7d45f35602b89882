package yomitori.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yomitori.form.TextField;
import yomitori.register.RegisteredPage;
import yomitori.text.LinePicture.Part;
import yomitori.text.LineText.Glyph;
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
   * lines are written than the field has.
   */
  private static final double LEFT_BY_DOUBT = 0.5;

  /** How much higher a stamp's name is than its address and telephone number. */
  private static final double STAMP_LARGER = 1.3;

  /** Most entries of a lexicon that are kept. */
  private static final int MOST_ENTRIES = 3;

  private static final String SUFFIXES = "都府県";

  /** The net is too sure: its probabilities are taken to this power. See {@link #OTHER}. */
  private static final double TEMPER = 0.2;

  /**
   * What the best reading that is no entry counts beside the entries. Both were fitted by
   * likelihood on 910 prefectures of tuning faxes on fine, standard and harsh lines: of those from
   * 0.8 on all 855 were right, of 55 below 22.
   */
  private static final double OTHER = 0.0001;

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
    return hidden || stroke || lines.size() > field.lines()
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
    if (seen.size() == 1) {
      List<Candidate> entries = entries(seen.get(0), lexicon);
      all.replaceAll(c -> asEntry(c, entries));
      all.addAll(entries);
    }
    return all.stream()
        .collect(Collectors.toMap(Candidate::text, c -> c, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** An entry as people write it: prefectures without 都, 府 or 県, too. */
  private static List<String> ways(String entry) {
    boolean suffix = entry.length() > 2 && SUFFIXES.indexOf(entry.charAt(entry.length() - 1)) >= 0;
    return suffix ? List.of(entry, entry.substring(0, entry.length() - 1)) : List.of(entry);
  }

  /** What was read with the likelihood of the entry that it is; what is none stays as it is. */
  private static Candidate asEntry(Candidate read, List<Candidate> entries) {
    return entries.stream()
        .filter(entry -> entry.text().equals(read.text()))
        .map(entry -> read.withScore(entry.score()))
        .findFirst()
        .orElse(read);
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

  /**
   * The entries of a lexicon that the line may be, likeliest first, with how likely each is: by all
   * that the net sees of it, against each other and against what was read being something else.
   */
  private static List<Candidate> entries(CtcLine line, List<String> lexicon) {
    String read = line.text().glyphs().stream().map(Glyph::text).collect(Collectors.joining());
    double other =
        OTHER * Math.pow(line.probabilities(List.of(read)).getOrDefault(read, 0.0), TEMPER);
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String entry : lexicon) {
      double likeliest =
          line.probabilities(ways(entry)).values().stream().mapToDouble(p -> p).max().orElse(0);
      weights.put(entry, Math.pow(likeliest, TEMPER));
    }
    double sum = other + weights.values().stream().mapToDouble(w -> w).sum();
    return weights.entrySet().stream()
        .map(e -> new Candidate(e.getKey(), sum > 0 ? e.getValue() / sum : 0))
        .filter(c -> c.score() > LEAST_SHARE)
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .limit(MOST_ENTRIES)
        .toList();
  }
}
