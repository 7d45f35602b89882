package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yomitori.form.FormLibrary;
import yomitori.simulate.score.Counts;
import yomitori.simulate.score.Evaluation;
import yomitori.simulate.score.Kind;
import yomitori.simulate.score.Score;

/**
 * What the reader must reach on a few faxes of a tuning seed of its own, marks and boxed digits.
 * The measured figures stand beside the floors; whoever betters them tightens the floors.
 */
class AccuracyFloorTest {

  private static final String FAXES = "10";
  private static final String SEED = "31415";

  /**
   * Of 230 boxes and 10 codes, more where a page is sent twice: what was measured, then what is let
   * pass.
   */
  enum Floor {
    /** Measured: 0 wrong, 0 to review; codes 3 right, 0 wrong; all read. */
    FINE(0, 3, 3, 0, 0),
    /** Measured: 0 wrong, 1 to review; codes 4 right, 0 wrong; all read. */
    STANDARD(0, 10, 3, 0, 0),
    /** Measured: 0 wrong, 7 to review; codes 1 right, 0 wrong; one page not read. */
    HARSH(1, 24, 1, 1, 1);

    private final long mostWrongMarks;
    private final long mostMarksToReview;
    private final long leastRightCodes;
    private final long mostWrongCodes;
    private final long mostNotRead;

    Floor(
        long mostWrongMarks,
        long mostMarksToReview,
        long leastRightCodes,
        long mostWrongCodes,
        long mostNotRead) {
      this.mostWrongMarks = mostWrongMarks;
      this.mostMarksToReview = mostMarksToReview;
      this.leastRightCodes = leastRightCodes;
      this.mostWrongCodes = mostWrongCodes;
      this.mostNotRead = mostNotRead;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theReaderIsNoWorseThanItWas(Floor floor) throws IOException {
    Score score = rehearse(floor.name().toLowerCase(Locale.ROOT));

    Counts marks = score.marks().counts();
    Counts codes = score.kinds().get(Kind.COMB);
    String measured = floor + " marks " + marks + ", codes " + codes + ", " + score.pages();
    assertThat(score.pages().forms()).as(measured).isGreaterThanOrEqualTo(Long.parseLong(FAXES));
    assertThat(score.pages().forms() - score.pages().read())
        .as(measured)
        .isLessThanOrEqualTo(floor.mostNotRead);
    assertThat(marks.wrong()).as(measured).isLessThanOrEqualTo(floor.mostWrongMarks);
    assertThat(marks.review()).as(measured).isLessThanOrEqualTo(floor.mostMarksToReview);
    assertThat(codes.right()).as(measured).isGreaterThanOrEqualTo(floor.leastRightCodes);
    assertThat(codes.wrong()).as(measured).isLessThanOrEqualTo(floor.mostWrongCodes);
  }

  private Score rehearse(String line) throws IOException {
    Path faxes = folder.resolve("faxes");
    Path records = folder.resolve("records");
    run(
        "simulate",
        "--form",
        "jma-onshi-2022",
        "--count",
        FAXES,
        "--seed",
        SEED,
        "--line",
        line,
        "--out",
        faxes.toString());
    run("read", faxes.toString(), "--out", records.toString(), "--no-text");
    Files.deleteIfExists(faxes.resolve("effects.csv")); // a floor is not split by effect
    return Evaluation.of(
        faxes.resolve("truth.csv"),
        records.resolve("records.csv"),
        StandardCharsets.UTF_8,
        new FormLibrary(Path.of("forms")),
        Optional.empty());
  }

  private static void run(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    Session session =
        new Session(
            Path.of(""), writer, writer, false, new Messages(Locale.ENGLISH), Wiring.rooms());
    assertThat(Yomitori.commandLine(session).execute(arguments)).as(said.toString()).isZero();
  }
}
