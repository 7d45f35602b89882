package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void writesTheFaxesAndTheirTruth() throws IOException {
    Path out = folder.resolve("out");
    Path sheet = folder.resolve("sheet.png");
    int code = run("--count", "2", "--line", "clean", "--out", "" + out, "--sheet", "" + sheet);
    assertThat(code).isZero();
    assertThat(out.resolve("fax-00001.tif")).isNotEmptyFile();
    assertThat(out.resolve("fax-00002.tif")).isNotEmptyFile();
    assertThat(sheet).isNotEmptyFile();
    assertThat(Files.readAllLines(out.resolve("truth.csv")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("source,page,form,prefecture,institution_name,institution_code");
    assertThat(Files.readAllLines(out.resolve("effects.csv"))).hasSizeGreaterThan(5);
    assertThat(Files.readAllLines(out.resolve("fields.csv"))).hasSizeGreaterThan(3);
    assertThat(Files.readAllLines(out.resolve("geometry.csv"))).hasSizeGreaterThan(300);
  }

  @Test
  void anUnknownLineIsAWrongCommandLine() {
    assertThat(run("--line", "wet string", "--out", "" + folder.resolve("x"))).isEqualTo(2);
    assertThat(err.toString()).contains("wet string").contains("harsh");
  }

  @Test
  void aCountOfNoneIsAWrongCommandLine() {
    assertThat(run("--count", "0", "--out", "" + folder.resolve("x"))).isEqualTo(2);
    assertThat(err.toString()).contains("0");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void anUnknownFormIsAWrongCommandLine() {
    CommandLine command = new CommandLine(new SimulateCommand()).setErr(new PrintWriter(err));
    assertThat(command.execute("--form", "no-such", "--out", "" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains("no-such").contains("jma-onshi-2022");
  }

  private int run(String... arguments) {
    CommandLine command =
        new CommandLine(new SimulateCommand())
            .setErr(new PrintWriter(err))
            .setOut(new PrintWriter(new StringWriter()));
    String[] all = new String[arguments.length + 2];
    all[0] = "--form";
    all[1] = "jma-onshi-2022";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return command.execute(all);
  }
}
