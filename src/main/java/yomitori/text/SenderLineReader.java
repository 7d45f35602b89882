package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import yomitori.intake.Page;
import yomitori.text.LinePicture.Part;
import yomitori.text.LineText.Glyph;

/**
 * Reads who sent a page in the line that the sending machine printed along its top edge. Words too
 * short for a number are read only where the long ones hold none. Thread-safe.
 */
public final class SenderLineReader {

  /**
   * A number of ten digits is at least so many times as wide as its line is high; times of day are
   * mostly narrower.
   */
  private static final double LEAST_WIDTH = 4;

  /** The sender's line and what other machines put above it. */
  private static final int MOST_LINES = 3;

  /** Behind these stands the number of who was called. */
  private static final Pattern CALLED = Pattern.compile("(?i)(^|[^A-Z])(T[O0D]|宛先?|→)[:.;]? *$");

  /**
   * Like a number, though none of the plan: misread, or made up. Other words hold no rest of it.
   */
  private static final Pattern LIKE_A_NUMBER =
      Pattern.compile("(?<![0-9])0[-()0-9]{9,13}(?![0-9])");

  private final LineModel model;

  /** Reads with this model. */
  public SenderLineReader(LineModel model) {
    this.model = model;
  }

  /**
   * The number in the uppermost line that has one; empty where there is none, or where the line has
   * several that may be the sender's.
   */
  public Optional<SenderLine> read(Page page) {
    TopLines top = TopLines.of(page);
    for (List<Part> line : top.lines().stream().limit(MOST_LINES).toList()) {
      List<SenderLine> found = read(top, line);
      if (!found.isEmpty()) {
        boolean one = found.stream().map(SenderLine::number).distinct().count() == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<SenderLine> read(TopLines top, List<Part> line) {
    SortedMap<Integer, LineText> words = new TreeMap<>();
    for (int i = 0; i < line.size(); i++) {
      if (line.get(i).width() >= LEAST_WIDTH * line.get(i).height()) {
        add(words, i, top, line);
      }
    }
    for (int i : List.copyOf(words.keySet())) {
      if (i > 0 && !numbers(new TreeMap<>(Map.of(i, words.get(i)))).isEmpty()) {
        add(words, i - 1, top, line);
      }
    }
    List<SenderLine> found = numbers(words);
    if (found.isEmpty() && words.values().stream().noneMatch(SenderLineReader::likeANumber)) {
      for (int i = 0; i < line.size(); i++) {
        add(words, i, top, line);
      }
      found = numbers(words);
    }
    return found;
  }

  private static boolean likeANumber(LineText word) {
    String text = JapaneseText.normalize(word.text());
    return LIKE_A_NUMBER.matcher(text).find() && FaxNumber.in(text).isEmpty();
  }

  private void add(SortedMap<Integer, LineText> words, int i, TopLines top, List<Part> line) {
    words.computeIfAbsent(i, at -> model.steps(top.grey(), line.get(at)).text());
  }

  private static List<SenderLine> numbers(SortedMap<Integer, LineText> words) {
    StringBuilder text = new StringBuilder();
    List<Double> scores = new ArrayList<>();
    int before = -1;
    for (Map.Entry<Integer, LineText> word : words.entrySet()) {
      for (int i = 0; before >= 0 && i < Math.min(2, word.getKey() - before); i++) {
        text.append(' '); // two where a word between them was not read
        scores.add(1.0);
      }
      for (Glyph glyph : word.getValue().glyphs()) {
        String normal = JapaneseText.normalize(glyph.text());
        text.append(normal);
        normal.chars().forEach(c -> scores.add(glyph.score()));
      }
      before = word.getKey();
    }
    return FaxNumber.in(text.toString()).stream()
        .filter(number -> !CALLED.matcher(text.substring(0, number.start())).find())
        .map(
            number -> new SenderLine(text.toString(), number.digits(), least(text, scores, number)))
        .toList();
  }

  private static double least(CharSequence text, List<Double> scores, FaxNumber number) {
    double least = 1;
    for (int i = number.start(); i < number.end(); i++) {
      least = Character.isDigit(text.charAt(i)) ? Math.min(least, scores.get(i)) : least;
    }
    return least;
  }
}
