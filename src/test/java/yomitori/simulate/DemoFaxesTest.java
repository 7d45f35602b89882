package yomitori.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFaxesTest {

  private static final Path DEMO = Path.of("testdata/demo");
  private static final long LARGEST_BYTES = 3_000_000;

  @TempDir static Path made;

  @BeforeAll
  static void make() throws IOException {
    DemoFaxes.write(JmaForm.FORM, JmaForm.BLANK, made);
  }

  @Test
  void theFilesInTheSourceAreThoseThatTheCommandMakes() throws IOException {
    for (String file : files(made)) {
      assertThat(Files.readAllBytes(DEMO.resolve(file)))
          .as("%s; if the form was changed, make the demo again as its README says", file)
          .isEqualTo(Files.readAllBytes(made.resolve(file)));
    }
  }

  @Test
  void thereAreAtLeastTwelveFaxesUnderThreeMegabytesEachExplained() throws IOException {
    List<String> faxes = files(DEMO).stream().filter(file -> file.startsWith("fax-")).toList();
    assertThat(faxes).hasSizeGreaterThanOrEqualTo(12);
    String readme = Files.readString(DEMO.resolveSibling("README.md"));
    assertThat(faxes).allSatisfy(fax -> assertThat(readme).contains(fax));
    long bytes = 0;
    for (String file : files(DEMO)) {
      bytes += Files.size(DEMO.resolve(file));
    }
    assertThat(bytes).isLessThan(LARGEST_BYTES);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
