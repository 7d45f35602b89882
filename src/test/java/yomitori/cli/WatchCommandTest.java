package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void aNewDeskFindsItsSettingsExplained() throws IOException {
    assertThat(watch(Locale.ENGLISH, "--port", "none")).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("web.port", "none");
    assertThat(settings()).content().contains("# ").contains("#port: 8090");
  }

  @Test
  void aMistakeInTheSettingsEndsItWithTheLine() throws IOException {
    settings("web:\n  prot: 80\n");
    assertThat(watch(Locale.JAPANESE)).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("desk.yaml 2行目", "web.prot");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedInWords() throws IOException {
    settings("database:\n  url: jdbc:postgresql://127.0.0.1:1/none?password=secret\n");
    assertThat(watch(Locale.ENGLISH, "--port", "0")).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString())
        .contains("jdbc:postgresql://127.0.0.1:1/none: no database server answers there")
        .doesNotContain("secret", "Exception");
  }

  @Test
  void aLedgerThatIsNoneIsNamedInWords() throws IOException {
    Files.writeString(folder.resolve("ledger.db"), "this is a letter, no database");
    assertThat(watch(Locale.JAPANESE, "--port", "0")).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("ledger.db：台帳ではないか、壊れています");
  }

  @Test
  void aPortThatIsTakenIsNamedWithWhatToDo() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertThat(watch(Locale.ENGLISH, "--port", port)).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
      assertThat(err.toString())
          .contains("127.0.0.1:" + port, "--port")
          .doesNotContain("Exception");
    }
  }

  private int watch(Locale locale, String... options) throws IOException {
    Files.createDirectories(folder.resolve("forms"));
    Session session =
        new Session(
            folder,
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            false,
            new Messages(locale),
            PaperRooms.rooms());
    String[] line = new String[options.length + 3];
    line[0] = "watch";
    line[1] = "--data";
    line[2] = folder.toString();
    System.arraycopy(options, 0, line, 3, options.length);
    return Yomitori.commandLine(session).execute(line);
  }

  private Path settings() {
    return folder.resolve("desk.yaml");
  }

  private void settings(String text) throws IOException {
    Files.writeString(settings(), text);
  }
}
