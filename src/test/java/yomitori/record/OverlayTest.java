package yomitori.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.CheckBox;
import yomitori.form.InstalledFonts;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.intake.Page.RowDamage;
import yomitori.mark.MarkReading;
import yomitori.register.Blank;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.register.Registration;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Reason;

class OverlayTest {

  /** Standard fax: pixels twice as high as wide. */
  private static final Resolution STANDARD = new Resolution(204, 98);

  private static final Blank BLANK = new Blank(SampleForm.form(), GrayImage.white(210, 148), 2);

  @Test
  void pagesAreShownWithSquarePixels() {
    BufferedImage image =
        Overlay.draw(reading(0, SampleForm.values("山田医院")), Locale.JAPANESE).image();

    int strip = 30;
    assertThat((double) image.getWidth() / (image.getHeight() - strip))
        .isCloseTo(105.0 / 74, org.assertj.core.api.Assertions.within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270, 3, -3, 177})
  void marksAreColouredWhereTheyWereFoundOnPagesTurnedUpright(int degrees) {
    List<FieldValue> values = SampleForm.values("山田医院");
    values.set(0, SampleForm.doubtful("institution_name", "山田", Reason.UNSURE_TEXT));
    PageReading reading = reading(degrees, values);

    Overlay.Picture picture = Overlay.draw(reading, Locale.JAPANESE);

    assertThat(colour(picture, reading, 12, 42)).as("marked").isEqualTo("blue");
    assertThat(colour(picture, reading, 12, 52)).as("empty option").isEqualTo("grey");
    assertThat(colour(picture, reading, 12, 60)).as("chosen option").isEqualTo("blue");
    assertThat(at(picture, reading, 10, 40)[1]).isLessThan(at(picture, reading, 10, 60)[1]);
  }

  @Test
  void marksInDoubtAreOrange() {
    List<FieldValue> values = SampleForm.values("山田医院");
    values.set(2, SampleForm.doubtful("q1.installed", "?", Reason.FAINT_MARK));
    PageReading reading = reading(0, values);

    assertThat(colour(Overlay.draw(reading, Locale.JAPANESE), reading, 12, 42)).isEqualTo("orange");
  }

  @Test
  void whoSeesNoColoursKnowsMarksByTheirDotAndDoubtsByTheirRing() {
    List<FieldValue> values = SampleForm.values("山田医院");
    values.set(3, SampleForm.doubtful("q2", "?", Reason.FAINT_MARK, "exempt"));
    PageReading reading = reading(0, values);
    Overlay.Picture picture = Overlay.draw(reading, Locale.ENGLISH);

    assertThat(colour(picture, reading, 8.3, 42)).as("dot of a mark").isEqualTo("blue");
    assertThat(colour(picture, reading, 8.3, 52)).as("beside an empty box").isEqualTo("grey");
    assertThat(colour(picture, reading, 9.4, 60)).as("ring of a doubt").isEqualTo("orange");
    assertThat(colour(picture, reading, 12, 52)).as("option out of question").isEqualTo("grey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void everyReasonHasShortWords(String language) {
    OverlayWords words = new OverlayWords(Locale.forLanguageTag(language), Optional.empty());

    for (Reason reason : Reason.values()) {
      assertThat(words.doubt(SampleForm.doubtful("f", "?", reason))).endsWith(" 50 %");
    }
    for (PageRecord.Status status : PageRecord.Status.values()) {
      assertThat(words.status(status)).isNotEmpty();
    }
    assertThat(words.fit(new Fit(0.974, 1200, 0.183))).contains("97 %", "1200", "0.18 mm");
  }

  @Test
  void labelsHideNeitherInkNorEachOther() {
    BufferedImage paper = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 400, 200);
    graphics.setColor(Color.BLACK);
    Rectangle writing = new Rectangle(100, 80, 150, 25);
    Rectangle printAbove = new Rectangle(0, 30, 400, 30);
    graphics.fill(writing);
    graphics.fill(printAbove);
    graphics.dispose();
    OverlayLabels labels = new OverlayLabels(paper);
    Rectangle field = new Rectangle(100, 70, 200, 60);

    Rectangle first = labels.place(field, field, 120, 20);
    Rectangle second = labels.place(field, field, 120, 20);

    for (Rectangle label : List.of(first, second)) {
      assertThat(label.intersects(writing)).isFalse();
      assertThat(label.intersects(printAbove)).isFalse();
      assertThat(new Rectangle(400, 200).contains(label)).isTrue();
    }
    assertThat(first.intersects(second)).isFalse();
  }

  @Test
  void pagesThatAreNoFormAreShownAsTheyCame() {
    Page page = page();
    PageRecord record =
        new PageRecord(
            "0".repeat(32),
            "",
            "",
            page.source(),
            1,
            Instant.EPOCH,
            PageRecord.Status.NOT_A_FORM,
            List.of());
    PageReading reading =
        new PageReading(
            page,
            record,
            new Registration.NotRegistered(Optional.empty(), new Fit(0, 0, 0)),
            List.of());

    assertThat(Overlay.draw(reading, Locale.JAPANESE).image().getWidth()).isGreaterThan(100);
  }

  @Test
  void aMachineWithoutFontsGetsPicturesWithoutWords(@TempDir Path empty) {
    // Whatever the platform has, looking in an empty place must end in an answer.
    assertThat(OverlayFont.find(new InstalledFonts(List.of(empty)))).isNotNull();
  }

  private static Page page() {
    return page(105, 74);
  }

  private static Page page(double widthMm, double heightMm) {
    int width = (int) Math.round(widthMm * STANDARD.pxPerMmX());
    int height = (int) Math.round(heightMm * STANDARD.pxPerMmY());
    return new Page(
        "a.tif",
        1,
        "ab".repeat(32),
        GrayImage.white(width, height),
        STANDARD,
        RowDamage.none(height));
  }

  /** The form turned about the middle of its page, which is fed sideways where it must be. */
  private static PageReading reading(int degrees, List<FieldValue> values) {
    boolean sideways = Math.floorMod(degrees, 180) == 90;
    double width = sideways ? 74 : 105;
    double height = sideways ? 105 : 74;
    Page page = page(width, height);
    Affine toPage =
        Affine.translate(-52.5, -37)
            .then(Affine.rotate(degrees))
            .then(Affine.translate(width / 2, height / 2))
            .then(Affine.scale(STANDARD.pxPerMmX(), STANDARD.pxPerMmY()));
    RegisteredPage registered =
        new RegisteredPage(page, BLANK, PageTransform.of(toPage), new Fit(0.97, 41, 0.18));
    List<MarkReading> marks = BLANK.form().checkBoxes().stream().map(OverlayTest::inPlace).toList();
    PageReader reader =
        new PageReader(
            p -> new Registration.Registered(registered),
            p -> marks,
            p -> List.of(),
            (form, evidence) -> values);
    return reader.read(page, Instant.EPOCH, StageClock.NONE);
  }

  private static MarkReading inPlace(CheckBox box) {
    RectMm found = box.box();
    return new MarkReading(box, found, 0, 0, 0, 1, 1, 0, -9);
  }

  private static int[] at(Overlay.Picture picture, PageReading reading, double xMm, double yMm) {
    var page =
        ((Registration.Registered) reading.registration()).page().transform().toPage(xMm, yMm);
    return new int[] {
      (int) picture.fromPage().mapX(page.x(), page.y()),
      (int) picture.fromPage().mapY(page.x(), page.y())
    };
  }

  private static String colour(
      Overlay.Picture picture, PageReading reading, double xMm, double yMm) {
    int[] place = at(picture, reading, xMm, yMm);
    int rgb = picture.image().getRGB(place[0], place[1]);
    int red = rgb >> 16 & 0xff;
    int blue = rgb & 0xff;
    if (Math.abs(red - blue) < 10) {
      return "grey";
    }
    return red > blue ? "orange" : "blue";
  }
}
