package yomitori.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yomitori.desk.audit.Action;

/** What the pages say is there in both languages. */
class WordsTest {

  private static final Path PAGES = Path.of("src/main/resources/yomitori/review");
  private static final Path TALLY = Path.of("src/main/resources/yomitori/tally/pages");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  /** Keys that are not put together from pieces. */
  private static final Pattern KEY = Pattern.compile("\\b[tw]\\.text\\(\"([A-Za-z.]+)\"[,)]");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES);
        Stream<Path> tally = Files.walk(TALLY)) {
      return Stream.concat(files, tally)
          .filter(f -> f.endsWith("messages.properties"))
          .sorted()
          .toList();
    }
  }

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(f -> f.toString().endsWith(".jte")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextIsThereInBothLanguages(Path english) throws IOException {
    Path japanese = english.resolveSibling("messages_ja.properties");
    assertThat(keys(english)).isEqualTo(keys(japanese));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyTextOfATemplateIsThere(Path template) throws IOException {
    Set<String> known = keys(PAGES.resolve("web/messages.properties"));
    Path folder = TEMPLATES.relativize(template).getParent();
    boolean tally = folder.endsWith("tally");
    Path own = (tally ? TALLY : PAGES.resolve(folder)).resolve("messages.properties");
    if (Files.exists(own)) {
      known.addAll(keys(own));
    }
    if (tally) {
      known.addAll(keys(TALLY.resolveSibling("report/messages.properties")));
    }
    Set<String> used = new TreeSet<>();
    Matcher matcher = KEY.matcher(Files.readString(template));
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    assertThat(known).containsAll(used);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void everyActionOfTheTrailHasItsWord(Action action) throws IOException {
    assertThat(keys(PAGES.resolve("manage/messages.properties")))
        .contains("action." + action.word());
  }

  static List<Action> actions() {
    return List.of(Action.values());
  }

  private static Set<String> keys(Path bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
