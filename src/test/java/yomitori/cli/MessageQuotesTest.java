package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a text has places to fill, one apostrophe would hide all that follows it. */
class MessageQuotesTest {

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]+[^}]*}");

  private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?:'')*(?!')");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files.filter(f -> f.getFileName().toString().matches("messages.*")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void apostrophesOfTextsWithPlacesAreDoubled(Path bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(bundle)) {
      texts.load(in);
    }
    assertThat(texts).isNotEmpty();
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      if (PLACE.matcher(text).find()) {
        assertThat(SINGLE_QUOTE.matcher(text).find()).as(key + " = " + text).isFalse();
      }
    }
  }
}
