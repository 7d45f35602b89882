package yomitori.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.CheckBox;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.register.SentForm;
import yomitori.simulate.JmaForm;

/** Marks on a page that lies exactly, or almost, over its form. */
class MarkReaderTest {

  private static final double PX_PER_MM = SentForm.BLANK.pxPerMm();

  private static final CheckBox BOX = JmaForm.FORM.checkBoxes().get(4);

  @Test
  void aBlankFormHasOnlyEmptyBoxes() {
    assertThat(new MarkReader().read(page(copy())))
        .hasSize(JmaForm.FORM.checkBoxes().size())
        .allSatisfy(
            r -> {
              assertThat(r.fillRatio()).isZero();
              assertThat(r.nearbyInk()).isZero();
              assertThat(r.frameExcess()).isCloseTo(0, within(0.05));
              assertThat(r.outlineScore()).isGreaterThan(0.9);
              assertThat(r.damagedShare()).isZero();
            });
  }

  @Test
  void aFilledBoxIsFullAndItsNeighboursStayEmpty() {
    GrayImage sheet = copy();
    ink(sheet, BOX.box());
    List<MarkReading> readings = new MarkReader().read(page(sheet));
    assertThat(readings.get(4).fillRatio()).isGreaterThan(0.95);
    assertThat(readings.get(3).fillRatio()).isZero();
    assertThat(readings.get(5).fillRatio()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void moreInkNeverLowersTheFillRatio(long seed) {
    Random random = new Random(seed);
    GrayImage sheet = copy();
    double last = 0;
    for (int i = 0; i < 25; i++) {
      double x = BOX.box().x() + 0.7 + random.nextDouble() * (BOX.box().w() - 2);
      double y = BOX.box().y() + 0.7 + random.nextDouble() * (BOX.box().h() - 2);
      ink(sheet, new RectMm(x, y, 0.5, 0.5));
      double ratio = read(page(sheet)).fillRatio();
      assertThat(ratio).isGreaterThanOrEqualTo(last);
      last = ratio;
    }
    assertThat(last).isGreaterThan(0.2);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.0, 0", "-1.0, 0.8", "0.4, -1.1", "-1.2, -1.2"})
  void aBoxIsFoundWhereItsOutlineIs(double dxMm, double dyMm) {
    GrayImage sheet = copy();
    Affine shifted =
        Affine.scale(PX_PER_MM, PX_PER_MM)
            .then(Affine.translate(dxMm * PX_PER_MM, dyMm * PX_PER_MM));
    MarkReading reading = read(page(sheet, shifted));
    assertThat(reading.found().x()).isCloseTo(BOX.box().x() - dxMm, within(0.11));
    assertThat(reading.found().y()).isCloseTo(BOX.box().y() - dyMm, within(0.11));
    assertThat(reading.fillRatio()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.3, 0.5, 0.7})
  void aStreakThroughAColumnOfBoxesIsNoMark(double widthMm) {
    GrayImage sheet = copy();
    ink(sheet, new RectMm(BOX.box().centre().x(), 0, widthMm, 297));
    assertThat(new MarkReader().read(page(sheet)))
        .allSatisfy(r -> assertThat(r.fillRatio()).isLessThan(0.01));
  }

  @Test
  void aBlackPatchOverManyBoxesLeavesThemUnfound() {
    GrayImage sheet = copy();
    ink(sheet, new RectMm(0, 125, 80, 120));
    assertThat(read(page(sheet)).outlineScore()).isLessThan(0.3);
  }

  @Test
  void aRingAlongTheFrameShowsInTheFrameOnly() {
    GrayImage sheet = copy();
    RectMm ring = BOX.box().grow(0.5);
    ink(sheet, new RectMm(ring.x(), ring.y(), ring.w(), 0.45));
    ink(sheet, new RectMm(ring.x(), ring.bottom() - 0.45, ring.w(), 0.45));
    ink(sheet, new RectMm(ring.x(), ring.y(), 0.45, ring.h()));
    ink(sheet, new RectMm(ring.right() - 0.45, ring.y(), 0.45, ring.h()));
    MarkReading reading = read(page(sheet));
    assertThat(reading.fillRatio()).isZero();
    assertThat(reading.frameExcess()).isGreaterThan(0.1);
  }

  @Test
  void noiseOnThePaperIsNotInkInTheBoxes() {
    GrayImage sheet = copy();
    Random random = new Random(9);
    for (int i = 0; i < sheet.pixels().length; i++) {
      if (random.nextInt(8) == 0) {
        sheet.pixels()[i] = 0;
      }
    }
    ink(sheet, BOX.box().grow(-1));
    List<MarkReading> readings = new MarkReader().read(page(sheet));
    assertThat(readings.get(4).fillRatio()).isGreaterThan(0.3);
    assertThat(
            IntStream.range(0, readings.size())
                .filter(i -> i != 4)
                .mapToDouble(i -> readings.get(i).fillRatio())
                .max()
                .orElseThrow())
        .isLessThan(0.03);
  }

  @Test
  void theModelTellsAFilledBoxFromEmptyOnes() {
    GrayImage sheet = copy();
    ink(sheet, BOX.box().grow(-0.6));
    List<MarkReading> readings = new MarkReader().read(page(sheet));
    assertThat(readings.get(4).markLogOdds()).isGreaterThan(3);
    assertThat(readings)
        .filteredOn(r -> !r.checkBox().equals(BOX))
        .allSatisfy(r -> assertThat(r.markLogOdds()).isLessThan(-3));
  }

  @Test
  void boxesOfABlankInGreysAreBare() {
    assertThat(new MarkReader().read(page(inGreys())))
        .allSatisfy(r -> assertThat(r.markLogOdds()).isLessThanOrEqualTo(-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {6, 3, 1})
  void aBlackPatchOverABoxInGreysIsNotBarePaper(double aroundMm) {
    GrayImage sheet = inGreys();
    ink(sheet, BOX.box().grow(aroundMm));
    MarkReading reading = read(page(sheet));
    assertThat(reading.fillRatio()).as("a patch is no streak").isGreaterThan(0.9);
    assertThat(reading.outlineScore()).isLessThan(0.45);
  }

  @Test
  void anUnderlineOfABoxesWordsInGreysIsNotBarePaper() {
    GrayImage sheet = inGreys();
    RectMm words = BOX.labelArea().orElseThrow();
    double bare = read(page(sheet)).markLogOdds();
    ink(sheet, new RectMm(words.x() + 6, words.bottom() + 0.2, words.w() - 8, 0.5));
    assertThat(read(page(sheet)).markLogOdds()).isGreaterThan(bare);
  }

  @Test
  void aMarkBesideABlackBandStaysAMark() {
    GrayImage sheet = copy();
    ink(sheet, BOX.box().grow(-1.2));
    ink(sheet, new RectMm(0, BOX.box().bottom() + 2, 210, 60));
    assertThat(read(page(sheet)).fillRatio()).isGreaterThan(0.15);
  }

  @Test
  void aBoxOfWhichHalfIsWipedOutIsNotFound() {
    GrayImage sheet = copy();
    double half = BOX.box().centre().y() * PX_PER_MM;
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < sheet.width(); x++) {
        sheet.set(x, y, GrayImage.WHITE);
      }
    }
    assertThat(read(page(sheet)).outlineScore()).isLessThan(0.3);
  }

  @Test
  void whereTheFormIsNotPrintedNoOutlineIsFound() {
    GrayImage white = GrayImage.white(copy().width(), copy().height());
    assertThat(read(page(white)).outlineScore()).isLessThan(0.3);
  }

  private static MarkReading read(RegisteredPage page) {
    return new MarkReader().read(page).get(4);
  }

  private static GrayImage copy() {
    GrayImage blank = SentForm.BLANK.image();
    return new GrayImage(blank.width(), blank.height(), blank.pixels().clone());
  }

  /** With a pale strip at the foot, as a scanner that sees greys leaves it. */
  private static GrayImage inGreys() {
    GrayImage sheet = copy();
    for (int y = sheet.height() - 200; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        sheet.set(x, y, 200);
      }
    }
    return sheet;
  }

  private static RegisteredPage page(GrayImage sheet) {
    return page(sheet, Affine.scale(PX_PER_MM, PX_PER_MM));
  }

  private static RegisteredPage page(GrayImage sheet, Affine mmToPx) {
    double dpi = PX_PER_MM * Resolution.MM_PER_INCH;
    Page page =
        new Page("x", 1, "0", sheet, new Resolution(dpi, dpi), Page.RowDamage.none(sheet.height()));
    return new RegisteredPage(page, SentForm.BLANK, PageTransform.of(mmToPx), new Fit(1, 100, 0));
  }

  private static void ink(GrayImage sheet, RectMm area) {
    for (int y = (int) (area.y() * PX_PER_MM); y < area.bottom() * PX_PER_MM; y++) {
      for (int x = (int) (area.x() * PX_PER_MM); x < area.right() * PX_PER_MM; x++) {
        if (x < sheet.width() && y < sheet.height()) {
          sheet.set(x, y, 0);
        }
      }
    }
  }
}
