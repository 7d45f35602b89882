package yomitori.simulate.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.mark.MarkReader;
import yomitori.record.PageReader;
import yomitori.record.StageClock;
import yomitori.register.Registrar;
import yomitori.register.SentForm;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.Resolver;
import yomitori.simulate.JmaForm;
import yomitori.simulate.SimulatedFax;
import yomitori.simulate.Simulation;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.modem.ModemCall.Report;
import yomitori.simulate.tiff.Coding;
import yomitori.simulate.tiff.FaxTiff;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/**
 * Pages sent through spandsp's T.30 modems, and read as its receiver wrote them. Not run where the
 * library is not installed; {@code ./yomitori test} installs it.
 */
class RealModemTest {

  private static final Resolution STANDARD = new Resolution(204, 98);

  /** Every modem that spandsp has: such a call agrees on V.17 at 14,400 bit/s. */
  private static final int ALL_MODEMS =
      Spandsp.SUPPORT_V17 | Spandsp.SUPPORT_V29 | Spandsp.SUPPORT_V27TER;

  private static final int V29 = Spandsp.SUPPORT_V29 | Spandsp.SUPPORT_V27TER;

  /** When the image begins in a V.29 call: the agreement before it takes some 10 s. */
  private static final double IMAGE_BEGINS = 15;

  /** In a call of 39 s: cut any earlier, the receiver waits in vain for the page's end. */
  private static final double CUT_AT = 30;

  private static final double IN_FIRST_PAGE = 30;

  /** Each page takes some 40 s. */
  private static final double IN_SECOND_PAGE = 80;

  private static final double FINE_PX_PER_MM = 7.7;

  /** The fields that are boxes to mark. */
  private static final Set<String> MARK_FIELDS =
      JmaForm.FORM.fields().stream()
          .filter(field -> field instanceof CheckboxField || field instanceof ChoiceField)
          .map(Field::id)
          .collect(Collectors.toUnmodifiableSet());

  private static SimulatedFax fax;
  private static PageReader reader;

  @TempDir Path dir;

  private Spandsp spandsp;

  @BeforeAll
  static void drawAFax() {
    Simulation simulation =
        new Simulation(JmaForm.FORM, JmaForm.BLANK, LineProfile.CLEAN, Purpose.TUNING, 77);
    fax = simulation.fax(1);
    Registrar registrar = new Registrar(List.of(SentForm.BLANK));
    reader =
        new PageReader(
            registrar::register,
            new MarkReader()::read,
            page -> List.of(),
            new Resolver()::resolve);
  }

  @BeforeEach
  void findModems() {
    Optional<Spandsp> found = Spandsp.load();
    assumeThat(found)
        .as("not run: the library spandsp is missing (Debian: %s)", Spandsp.DEBIAN_PACKAGE)
        .isPresent();
    spandsp = found.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "7, true, T6, T6",
    "7, false, T4_1D, T4_1D",
    "7, false, T4_2D, T6",
    "3, true, T4_2D, T4_1D",
    "3, false, T4_1D, T4_2D",
    "1, true, T6, T4_2D"
  })
  void aQuietCallBringsEveryPixel(int modems, boolean errorCorrection, Coding wire, Coding file)
      throws IOException {
    for (TiffPage sent : List.of(fine(), standard())) {
      Path received =
          call(new ModemCall(modems, errorCorrection, wire, file, Optional.empty()), sent);

      Page page = onlyPage(received);
      assertThat(page.image().height()).isEqualTo(sent.image().height());
      assertThat(page.image().pixels()).isEqualTo(sent.image().pixels());
      assertThat(page.resolution()).isEqualTo(sent.resolution());
      assertThat(page.damage().any(page.image().height())).isFalse();
    }
  }

  @Test
  void theSendersHeaderLineMovesThePageDownAndNoMarkIsReadOtherwise() throws IOException {
    ModemCall call =
        new ModemCall(ALL_MODEMS, true, Coding.T6, Coding.T6, Optional.of("Example Clinic"));
    Page page = onlyPage(call(call, fine()));

    double headerMm = (page.image().height() - fine().image().height()) / FINE_PX_PER_MM;
    assertThat(headerMm).isBetween(3.6, 4.6);
    assertThat(marks(page)).isEqualTo(marks(ours(fine()))).isEqualTo(meant());
  }

  /**
   * At 18 dB V.29 still trains at 9600 bit/s, but with bit errors; at 16 dB no call gets through.
   */
  @Test
  void noiseWithoutErrorCorrectionCostsRowsAndNoMarkIsReadWrong() throws IOException {
    rowsAreLostAndNoMarkIsReadWrong(Coding.T4_1D, AudioPath.noise(18), 1);
  }

  @ParameterizedTest
  @CsvSource({"1, T4_1D", "2, T4_1D", "1, T4_2D", "2, T4_2D", "3, T4_2D"})
  void crackleWithoutErrorCorrectionCostsRowsAndNoMarkIsReadWrong(int seed, Coding coding)
      throws IOException {
    rowsAreLostAndNoMarkIsReadWrong(coding, AudioPath.crackle(0.5, 10, IMAGE_BEGINS), seed);
  }

  private void rowsAreLostAndNoMarkIsReadWrong(Coding coding, AudioPath path, int seed)
      throws IOException {
    ModemCall call = new ModemCall(V29, false, coding, coding, Optional.empty());
    Path received = dir.resolve("received.tif");
    Report report = call.send(spandsp, write(standard()), received, path, seed);

    Page page = onlyPage(received);
    assertThat(report.badRows()).isPositive();
    assertThat(page.damage().badCount()).isEqualTo(report.badRows());
    assertThat(page.image().height()).isLessThan(standard().image().height());
    assertThat(acceptedAndWrong(page)).isEmpty();
  }

  /**
   * A dropout of 20 ms makes the receiver take the carrier for gone; it waits for the end of the
   * page, says that it is well received, and writes a short page with nothing in its tags about it.
   */
  @Test
  void aPageThatTheReceiverCutAndThoughtGoodIsInDoubtBelowTheCut() throws IOException {
    ModemCall call = new ModemCall(V29, false, Coding.T4_2D, Coding.T4_2D, Optional.empty());
    Path received = dir.resolve("received.tif");
    Report report =
        call.send(spandsp, write(standard()), received, AudioPath.dropout(CUT_AT, 20), 1);
    assertThat(List.of(report.sender(), report.receiver())).containsExactly(0, 0);

    Page page = onlyPage(received);
    int rows = page.image().height();
    assertThat(rows).isBetween(standard().image().height() / 2, standard().image().height() - 100);
    assertThat(page.damage().any(rows)).isFalse();

    Set<String> below = new HashSet<>();
    for (FieldValue value : read(ours(standard()))) {
      if (MARK_FIELDS.contains(value.fieldId())) {
        value
            .box()
            .filter(box -> box.y() + box.h() > rows)
            .ifPresent(box -> below.add(value.fieldId()));
      }
    }
    List<FieldValue> read = read(page);
    assertThat(below).isNotEmpty();
    assertThat(read)
        .filteredOn(value -> below.contains(value.fieldId()))
        .hasSameSizeAs(below)
        .allMatch(value -> value.decision() == Decision.REVIEW);
    assertThat(acceptedAndWrong(page)).isEmpty();
  }

  @Test
  void aCallHungUpInItsSecondPageKeepsTheFirst() throws IOException {
    ModemCall call = new ModemCall(ALL_MODEMS, false, Coding.T4_1D, Coding.T4_1D, Optional.empty());
    Path received = dir.resolve("received.tif");
    Path sent = write(fine(), fine());
    Report report = call.send(spandsp, sent, received, AudioPath.hangsUpAfter(IN_SECOND_PAGE), 1);
    assertThat(report.receiver()).isEqualTo(Spandsp.CALL_DROPPED);
    assertThat(onlyPage(received).image().pixels()).isEqualTo(fine().image().pixels());
  }

  /** spandsp writes a page when it is over: of a call hung up in its only page there is no file. */
  @Test
  void aCallHungUpInItsOnlyPageLeavesNoFileAndNoGoodEndOnEitherSide() throws IOException {
    ModemCall call = new ModemCall(ALL_MODEMS, false, Coding.T4_1D, Coding.T4_1D, Optional.empty());
    Path received = dir.resolve("received.tif");
    Report report =
        call.send(spandsp, write(fine()), received, AudioPath.hangsUpAfter(IN_FIRST_PAGE), 1);
    assertThat(List.of(report.sender(), report.receiver())).containsOnly(Spandsp.CALL_DROPPED);
    assertThat(received).doesNotExist();
  }

  private Path call(ModemCall call, TiffPage sent) throws IOException {
    Path received = dir.resolve("received.tif");
    Report report = call.send(spandsp, write(sent), received, AudioPath.CLEAN, 1);
    assertThat(report.sender()).isZero();
    assertThat(report.receiver()).isZero();
    return received;
  }

  private Path write(TiffPage... pages) throws IOException {
    return Files.write(dir.resolve("sent.tif"), FaxTiff.write(List.of(pages)));
  }

  private Page ours(TiffPage page) throws IOException {
    return onlyPage(write(page));
  }

  private static TiffPage fine() {
    return plain(fax.page().image(), fax.page().resolution());
  }

  /** The same page as a machine scans it at standard resolution: two rows become one. */
  private static TiffPage standard() {
    GrayImage fine = fax.page().image();
    GrayImage half = GrayImage.white(fine.width(), fine.height() / 2);
    for (int y = 0; y < half.height(); y++) {
      for (int x = 0; x < half.width(); x++) {
        half.set(x, y, Math.min(fine.get(x, 2 * y), fine.get(x, 2 * y + 1)));
      }
    }
    return plain(half, STANDARD);
  }

  private static TiffPage plain(GrayImage image, Resolution resolution) {
    return new TiffPage(
        image, resolution, Coding.T6, false, false, FaxTiff.Layout.PLAIN, coded -> coded);
  }

  private static Page onlyPage(Path file) {
    try (FaxDocument document = Intake.open(file, "received")) {
      assertThat(document.pageCount()).isEqualTo(1);
      assertThat(document.page(1)).isInstanceOf(IntakeOutcome.Decoded.class);
      return ((IntakeOutcome.Decoded) document.page(1)).page();
    }
  }

  private static List<FieldValue> read(Page page) {
    return reader.read(page, Instant.EPOCH, StageClock.NONE).record().values();
  }

  private static Set<String> marks(Page page) {
    return read(page).stream()
        .filter(value -> MARK_FIELDS.contains(value.fieldId()))
        .map(value -> value.fieldId() + "=" + value.value())
        .collect(Collectors.toSet());
  }

  private static Set<String> meant() {
    return MARK_FIELDS.stream()
        .map(id -> id + "=" + fax.truth().answers().values().get(id))
        .collect(Collectors.toSet());
  }

  private static Set<String> acceptedAndWrong(Page page) {
    return read(page).stream()
        .filter(value -> MARK_FIELDS.contains(value.fieldId()))
        .filter(value -> value.decision() == Decision.ACCEPTED)
        .map(value -> value.fieldId() + "=" + value.value())
        .filter(read -> !meant().contains(read))
        .collect(Collectors.toSet());
  }
}
