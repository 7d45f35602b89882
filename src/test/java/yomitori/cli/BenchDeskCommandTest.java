package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BenchDeskCommandTest {

  @Test
  void operatorsAnswerWhileFaxesComeInAndEveryKindOfAnswerIsTimed() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            Path.of(""),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            new Messages(Locale.ENGLISH),
            Wiring.rooms());
    int code =
        Yomitori.commandLine(session)
            .execute(
                "bench",
                "desk",
                "--operators",
                "3",
                "--doubts",
                "30",
                "--faxes",
                "3",
                "--pause",
                "50");
    assertThat(err.toString() + out).contains("answers given and 3 faxes read");
    assertThat(out.toString()).contains("answer", "log in", "piece", "queue", "all");
    assertThat(code).isZero();
  }
}
