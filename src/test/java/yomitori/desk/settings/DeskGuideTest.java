package yomitori.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import yomitori.desk.health.Problems;

/** The guide tells of every setting and problem, as the program has them. */
class DeskGuideTest {

  private static final Path GUIDE = Path.of("docs/desk.md");

  @Test
  void listsEverySettingWithDefaultRangeAndMeaning() throws IOException {
    ResourceBundle words = SettingsWords.bundle(Locale.ENGLISH);
    List<String> wanted =
        Arrays.stream(Setting.values()).map(setting -> row(setting, words)).toList();
    List<String> found =
        Files.readAllLines(GUIDE).stream()
            .filter(l -> l.matches("\\| `[a-z]+\\.\\w+` \\| (`[^`]*`)? ?\\|.*"))
            .toList();
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  @Test
  void saysOfEveryProblemWhatToDo() throws IOException {
    List<String> found =
        Files.readAllLines(GUIDE).stream()
            .filter(l -> l.matches("\\| `[A-Z]+` \\|.*"))
            .map(l -> l.replaceAll("^\\| `([A-Z]+)`.*", "$1"))
            .toList();
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problems.Place.values()).map(Enum::name).toList());
  }

  private static String row(Setting setting, ResourceBundle words) {
    String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
    String meaning = words.getString("setting." + setting.key());
    return "| `%s` | %s | %s | %s |"
        .formatted(setting.key(), standard, setting.range(), meaning.strip());
  }
}
