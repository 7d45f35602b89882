package yomitori.desk.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.desk.SentPage;
import yomitori.form.Field;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectPx;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.simulate.JmaForm;
import yomitori.text.SenderLine;

class PageTraceTest {

  /** Eight pixels a millimetre across, four down. */
  private static final Resolution FAX = new Resolution(8 * 25.4, 4 * 25.4);

  private static final int WIDTH = 8 * 210;
  private static final int HEIGHT = 4 * 297;

  private final GrayImage image = GrayImage.white(WIDTH, HEIGHT);

  private void line(double mm, int px, int fromRow, int toRow) {
    for (int y = fromRow; y < toRow; y++) {
      for (int x = (int) (mm * 8); x < (int) (mm * 8) + px; x++) {
        image.set(x, y, 0);
      }
    }
  }

  private Page page() {
    return new Page("a.tif", 1, "0".repeat(64), image, FAX, Page.RowDamage.none(HEIGHT));
  }

  private static PageRecord record(List<FieldValue> values) {
    return new PageRecord(
        "r",
        SentPage.FORM.id(),
        SentPage.FORM.version(),
        "a.tif",
        1,
        Instant.EPOCH,
        Status.ACCEPTED,
        values);
  }

  /** Every field where it lies on a page that is so large and turned so far, in pixels. */
  private static List<FieldValue> values(double scale, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees)) * scale;
    double sin = Math.sin(Math.toRadians(degrees)) * scale;
    List<FieldValue> values = new ArrayList<>();
    for (Field field : SentPage.FORM.fields()) {
      PointMm at = field.area().centre();
      int x = (int) Math.round(8 * (cos * at.x() - sin * at.y() + 5));
      int y = (int) Math.round(4 * (sin * at.x() + cos * at.y() + 5));
      values.add(
          new FieldValue(
              field.id(),
              "",
              1,
              Decision.ACCEPTED,
              List.of(),
              Optional.empty(),
              Optional.of(new RectPx(x - 10, y - 10, 20, 20))));
    }
    return values;
  }

  @Test
  void aLineThroughAllOfThePageIsAStreakAndAFormsRuleIsNone() {
    line(23, 2, 0, HEIGHT);
    line(100, 2, 80, HEIGHT - 80);
    line(150, 40, 0, HEIGHT);
    line(0.5, 2, 0, HEIGHT);
    PageTrace trace = PageTrace.of(page(), record(List.of()), Optional.empty());
    assertThat(trace.streaks())
        .singleElement()
        .satisfies(mm -> assertThat(mm).isBetween(23.0, 23.3));
    assertThat(trace.placement()).isEmpty();
    assertThat(trace.ink()).isEqualTo(46.0 / WIDTH, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0.97, 1.5", "1.03, -2", "1, 179"})
  void sizeAndAngleAreThoseOfTheFieldsPlaces(double scale, double degrees) {
    PageTrace trace =
        PageTrace.of(page(), record(values(scale, degrees)), Optional.of(SentPage.FORM));
    Placement placement = trace.placement().orElseThrow();
    assertThat(placement.scaleX()).isEqualTo(scale, within(0.003));
    assertThat(placement.scaleY()).isEqualTo(scale, within(0.003));
    assertThat(placement.skew()).isEqualTo(degrees == 179 ? -1 : degrees, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "03-1234-5678/a.tif, 0312345678",
    "0312345678/a.tif, 0312345678",
    "大阪支部/2022/a.tif, 大阪支部/2022",
    "fax_0312345678_20221115.tif, 0312345678",
    "fax-20221115-0912.tif, ''",
    "a.tif, ''"
  })
  void theSenderIsANumberOrAFolder(String source, String sender) {
    assertThat(SenderName.of(source)).isEqualTo(sender);
  }

  private static PageRecord withHeader(String number, double score) {
    return new PageRecord(
        "r",
        "",
        "",
        "a.tif",
        1,
        Instant.EPOCH,
        Status.NOT_A_FORM,
        List.of(),
        Optional.empty(),
        Optional.of(new SenderLine("FAX " + number, number, score)));
  }

  @Test
  void folderAndFileNameCountBeforeTheHeaderLine() {
    HeaderNumbers headers = new HeaderNumbers(List.of());
    PageRecord record = withHeader("0428734659", 0.99);
    assertThat(SenderName.of("a.tif", record, headers)).isEqualTo("0428734659");
    assertThat(SenderName.of("大阪支部/a.tif", record, headers)).isEqualTo("大阪支部");
    assertThat(SenderName.of("fax_0312345678.tif", record, headers)).isEqualTo("0312345678");
  }

  @Test
  void aNumberThatIsNotSurelyReadTellsNobody() {
    HeaderNumbers headers = new HeaderNumbers(List.of());
    assertThat(SenderName.of("a.tif", withHeader("0428734659", 0.94), headers)).isEmpty();
    assertThat(SenderName.of("a.tif", record(List.of()), headers)).isEmpty();
  }

  @Test
  void theNumberThatTheFormAsksToSendToIsNobodys() {
    HeaderNumbers headers = new HeaderNumbers(List.of(JmaForm.FORM));
    assertThat(SenderName.of("a.tif", withHeader("0339466295", 0.99), headers)).isEmpty();
    assertThat(SenderName.of("a.tif", withHeader("0339166295", 0.99), headers)).isEmpty();
    assertThat(SenderName.of("a.tif", withHeader("0428734659", 0.99), headers)).isNotEmpty();
  }
}
