package yomitori.tally.plan;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;

/**
 * Sorts free texts by rules that a person can read and change: a line is a theme, a colon, and
 * words that must all be in the text; a word with a minus before it must not be. Width, case and
 * spaces do not matter. Immutable.
 */
public final class Themes {

  private static final String COMMENT = "#";
  private static final String NOT = "-";

  private final Optional<Path> file;
  private final String text;
  private final List<Rule> rules;

  private record Rule(String theme, List<String> with, List<String> without) {

    boolean takes(String plain) {
      return with.stream().allMatch(plain::contains) && without.stream().noneMatch(plain::contains);
    }
  }

  private Themes(Optional<Path> file, String text, List<Rule> rules) {
    this.file = file;
    this.text = text;
    this.rules = List.copyOf(rules);
  }

  /** No rules. */
  public static Themes none() {
    return new Themes(Optional.empty(), "", List.of());
  }

  /**
   * Takes the lines of {@code themes.txt}; empty ones and those that begin with {@code #} say
   * nothing.
   *
   * @param file named where a line is no rule
   * @throws TallyException if a line is no rule
   */
  public static Themes parse(Path file, String text) throws TallyException {
    List<Rule> rules = new ArrayList<>();
    String[] lines = text.replace("\uFEFF", "").split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = Normalizer.normalize(lines[i], Normalizer.Form.NFKC).strip();
      if (!line.isEmpty() && !line.startsWith(COMMENT)) {
        rules.add(rule(file, line, i + 1));
      }
    }
    return new Themes(Optional.of(file), text, rules);
  }

  private static Rule rule(Path file, String line, int number) throws TallyException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new TallyException(file, number, Fault.THEME_COLON, line);
    }
    List<String> with = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
      boolean not = word.startsWith(NOT);
      String plain = plain(not ? word.substring(1) : word);
      if (!plain.isEmpty()) {
        (not ? without : with).add(plain);
      }
    }
    if (with.isEmpty()) {
      throw new TallyException(file, number, Fault.THEME_WORD, line);
    }
    return new Rule(line.substring(0, colon).strip(), with, without);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s", "");
  }

  /** The themes in the order of their first lines. */
  public List<String> names() {
    return rules.stream().map(Rule::theme).distinct().toList();
  }

  /** The themes of a text, in the order of their first lines; none where no line takes it. */
  public List<String> of(String opinion) {
    String plain = plain(opinion);
    Set<String> found = new LinkedHashSet<>();
    rules.stream().filter(rule -> rule.takes(plain)).map(Rule::theme).forEach(found::add);
    return names().stream().filter(found::contains).toList();
  }

  /** The file that they were read from; empty for none. */
  public Optional<Path> file() {
    return file;
  }

  /** The lines as they were given. */
  public String text() {
    return text;
  }

  /** The rules of one theme as lines, for a report to show. */
  public List<String> lines(String theme) {
    return Arrays.stream(text.split("\\R", -1))
        .map(String::strip)
        .filter(line -> Normalizer.normalize(line, Normalizer.Form.NFKC).startsWith(theme + ":"))
        .toList();
  }
}
