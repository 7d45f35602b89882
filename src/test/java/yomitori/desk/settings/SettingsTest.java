package yomitori.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.desk.inbox.Inbox;
import yomitori.desk.people.SessionLimits;
import yomitori.desk.queue.DoubleEntry;
import yomitori.desk.queue.QueueRules;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void whatNobodySaysIsAsTheDefaultsAre() throws IOException {
    Settings settings = Settings.load(Map.of(), Map.of(), folder.resolve("desk.yaml"));
    assertThat(settings).isEqualTo(Settings.standard());
    assertThat(settings.web().address()).isEqualTo("127.0.0.1");
    assertThat(settings.web().port()).isEqualTo(8090);
    assertThat(settings.web().sessions()).isEqualTo(SessionLimits.USUAL);
    assertThat(settings.inbox()).isEqualTo(Inbox.Rules.DEFAULT);
    assertThat(settings.queue()).isEqualTo(QueueRules.STANDARD);
  }

  @Test
  void aFlagCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    Path file = file("web:\n  port: 1\n  address: 10.0.0.1\ninbox:\n  poll_seconds: 9\n");
    Settings settings =
        Settings.load(
            Map.of(Setting.PORT, "3"),
            Map.of("YOMITORI_DESK_WEB_PORT", "2", "YOMITORI_DESK_WEB_ADDRESS", "10.0.0.2"),
            file);
    assertThat(settings.web().address()).isEqualTo("10.0.0.2");
    assertThat(settings.web().port()).isEqualTo(3);
    assertThat(settings.inbox().poll()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void aListStandsInTheFileAsAListBelowItsFolderAndElsewhereWithCommas() throws IOException {
    Path file = file("reading:\n  masters:\n    - a,1.csv\n    - /lists/b.xlsx\n");
    assertThat(Settings.load(Map.of(), Map.of(), file).reading().masters())
        .containsExactly(folder.resolve("a,1.csv"), Path.of("/lists/b.xlsx"));
    assertThat(
            Settings.load(Map.of(), Map.of("YOMITORI_DESK_READING_MASTERS", "c.csv, d"), file)
                .reading()
                .masters())
        .containsExactly(Path.of("c.csv"), Path.of("d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web:\\n  prot: 80          | line 2 | "web.prot"
          wbe:\\n  port: 80          | line 1 | "wbe"
          web:\\n  port: 80a         | line 2 | "80a"
          web:\\n  port: 65536       | line 2 | "65536"
          web:\\n  port: 1\\n  port: 2 | line 3 | web.port
          web:\\n  port: [1]         | line 2 | web.port
          logs:\\n\\n  debug: yes     | line 3 | "yes"
          web:\\n  zone: Mars        | line 2 | "Mars"
          database:\\n  url: oracle  | line 2 | "oracle"
          web: 80                   | line 1 | web
          - web                     | line 1 | sections
          web:\\n\\tport: 80          | line 2 | YAML
          """)
  void aMistakeIsNamedWithItsLine(String text, String line, String what) throws IOException {
    Path file = file(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("desk.yaml, " + line)
        .hasMessageContaining(what);
  }

  @Test
  void aMistakeIsSaidInJapaneseToo() throws IOException {
    Path file = file("web:\n  port: x\n");
    assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), file))
        .isInstanceOfSatisfying(
            SettingsException.class,
            e -> assertThat(e.said(Locale.JAPANESE)).contains("2行目", "web.port"));
  }

  @Test
  void aVariableThatIsNoSettingIsNamed() {
    assertThatThrownBy(
            () ->
                Settings.load(Map.of(), Map.of("YOMITORI_DESK_PORT", "1"), folder.resolve("none")))
        .hasMessageContaining("YOMITORI_DESK_PORT");
  }

  @Test
  void theFileOfANewDeskSaysWhatIsSoAnyway() throws IOException {
    Path file = folder.resolve("desk.yaml");
    SettingsTemplate.writeIfMissing(file);
    assertThat(Settings.load(Map.of(), Map.of(), file)).isEqualTo(Settings.standard());
    String switchedOn = Files.readString(file).replaceAll("(?m)^  #(?! )", "  ");
    Files.writeString(file, switchedOn);
    assertThat(Settings.load(Map.of(), Map.of(), file)).isEqualTo(Settings.standard());
    for (Setting setting : Setting.values()) {
      String name = setting.key().substring(setting.key().indexOf('.') + 1);
      assertThat(switchedOn).contains("  " + name + ": ");
    }
  }

  @Test
  void aFileThatIsThereIsLeftAsItIs() throws IOException {
    Path file = file("web:\n  port: 1\n");
    SettingsTemplate.writeIfMissing(file);
    assertThat(file).hasContent("web:\n  port: 1\n");
  }

  @Test
  void thePasswordOfTheDatabaseIsNotPrinted() throws IOException {
    Settings settings =
        Settings.load(
            Map.of(), Map.of("YOMITORI_DESK_DATABASE_PASSWORD", "secret"), folder.resolve("none"));
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void theQueueAsksTwoPeopleAndReadsOnceMoreAsTheFileSays() throws IOException {
    Path file =
        file(
            "queue:\n  double_entry_fields: [code]\n  double_entry_percent: 5\n  recheck_percent: 2\n");
    QueueRules queue = Settings.load(Map.of(), Map.of(), file).queue();
    assertThat(queue.doubleEntry()).isEqualTo(new DoubleEntry(Set.of("code"), 0.05));
    assertThat(queue.recheckShare()).isEqualTo(0.02);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("desk.yaml"), text);
  }
}
