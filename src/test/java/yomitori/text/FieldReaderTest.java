package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.Resolution;
import yomitori.register.RegisteredPage;
import yomitori.text.SampleSheet.Writing;

class FieldReaderTest {

  private static final int SAMPLES = 12;

  private static TesseractEnginePool engines;
  private static FieldReader reader;

  @BeforeAll
  static void openEngines() {
    engines = TesseractEnginePool.open();
    reader =
        FieldReader.ofAll(
            new CombReader(DigitModel.standard()),
            new LineFieldReader(LineModel.standard(), new TesseractLines(engines)),
            new AmountReader(DigitModel.standard(), LineModel.standard()));
  }

  @AfterAll
  static void closeEngines() {
    engines.close();
  }

  @Test
  void printedTypeIsReadOnFineFaxes() {
    assertRight(SampleSheet.FINE, List.of(SampleSheet.PRINTED, SampleSheet.GOTHIC), 0.9, 0.95);
  }

  @Test
  void printedTypeIsReadOnStandardFaxes() {
    assertRight(SampleSheet.STANDARD, List.of(SampleSheet.PRINTED, SampleSheet.GOTHIC), 0.8, 0.95);
  }

  @Test
  void neatHandwritingIsReadOnFineFaxes() {
    assertRight(SampleSheet.FINE, List.of(SampleSheet.KLEE), 0.6, 0.85);
  }

  private static void assertRight(
      Resolution resolution, List<Font> fonts, double leastTexts, double leastDigits) {
    int texts = 0;
    int textsRight = 0;
    int digits = 0;
    int digitsRight = 0;
    for (Font font : fonts) {
      for (long seed = 10_001; seed <= 10_000 + SAMPLES; seed++) {
        Map<String, Writing> answers = SampleAnswers.of(seed, font, 12.0 + (int) (seed % 4));
        for (TextReading reading : reader.read(SampleSheet.fax(answers, resolution, seed))) {
          String written = answers.get(reading.fieldId()).text().replace("\n", "");
          boolean right = !reading.blank() && reading.candidates().get(0).text().equals(written);
          if (written.matches("[0-9]+")) {
            digits++;
            digitsRight += right ? 1 : 0;
          } else {
            texts++;
            textsRight += right ? 1 : 0;
          }
        }
      }
    }
    assertThat((double) textsRight / texts).as("texts right").isGreaterThanOrEqualTo(leastTexts);
    assertThat((double) digitsRight / digits)
        .as("numbers right")
        .isGreaterThanOrEqualTo(leastDigits);
  }

  @ParameterizedTest
  @ValueSource(doubles = {196, 98})
  void nothingIsReadWhereNothingIsWritten(double dpiY) {
    List<String> falseTexts = new ArrayList<>();
    for (long seed = 1; seed <= 100; seed++) {
      for (TextReading reading : reader.read(SampleSheet.dirty(new Resolution(204, dpiY), seed))) {
        if (!reading.blank()) {
          falseTexts.add(seed + " " + reading);
        }
      }
    }
    assertThat(falseTexts).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {196, 98})
  void aFieldThatIsOnlyRuledThroughIsBlank(double dpiY) {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      RegisteredPage page =
          SampleSheet.drawn(
              new Resolution(204, dpiY),
              seed,
              g -> {
                g.setStroke(new BasicStroke(0.3f + random.nextFloat() * 0.4f));
                double y = 20 + random.nextDouble(2.5);
                g.draw(new Line2D.Double(27, y, 60 + random.nextDouble(40), y + 1));
                g.draw(new Line2D.Double(31, 47, 57, 43.5 + random.nextDouble(2)));
              });
      assertThat(reader.read(page)).as("seed %d", seed).allMatch(TextReading::blank);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {196, 98})
  void aFieldThatIsOnlySealedHasNoTextAndAPersonLooks(double dpiY) {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      RegisteredPage page =
          SampleSheet.drawn(
              new Resolution(204, dpiY), seed, g -> seal(g, 35 + random.nextDouble(50), 22));
      TextReading name = reading(page, SampleSheet.NAME);
      assertThat(name.candidates()).as("seed %d", seed).hasSize(1);
      assertThat(name.candidates().get(0).text()).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"二", "三"})
  void kanjiNumeralsAreNoRuling(String numeral) {
    Font large = SampleSheet.KLEE.deriveFont(SampleSheet.size(15));
    RegisteredPage page =
        SampleSheet.fax(Map.of(SampleSheet.COST, new Writing(numeral, large)), SampleSheet.FINE, 7);
    assertThat(reading(page, SampleSheet.COST).blank()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4, name", "6, name", "9, name", "5, cost", "8, cost"})
  void aLoneShortStrokeIsNeitherBlankNorSure(double length, String field) {
    double y = field.equals("name") ? 22 : 45;
    RegisteredPage page =
        SampleSheet.drawn(
            SampleSheet.FINE,
            5,
            g -> {
              g.setStroke(new BasicStroke(0.5f));
              g.draw(new Line2D.Double(40, y, 40 + length, y - 0.4));
            });
    TextReading reading = reading(page, field.equals("name") ? SampleSheet.NAME : SampleSheet.COST);
    assertThat(reading.blank()).isFalse();
    assertThat(reading.candidates()).allMatch(c -> c.score() <= 0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {196, 98})
  void aNumberThatRunsOverThePrintedUnitIsNoticed(double dpiY) {
    Font font = SampleSheet.KLEE.deriveFont(SampleSheet.size(16));
    for (int seed = 1; seed <= 10; seed++) {
      double shift = 0.3 * seed;
      assertThat(amountAt(new Resolution(204, dpiY), seed, 56 + shift, font).outsideMm2())
          .as("seed %d", seed)
          .isGreaterThan(0.5);
      assertThat(amountAt(new Resolution(204, dpiY), seed, 40 + shift, font).outsideMm2())
          .as("seed %d", seed)
          .isZero();
    }
  }

  /** A number of three digits that begins at a place. */
  private static TextReading amountAt(Resolution resolution, int seed, double x, Font font) {
    return reading(
        SampleSheet.drawn(
            resolution,
            seed,
            g -> {
              g.setFont(font);
              g.drawString("250", (float) x, 47.2f);
            }),
        SampleSheet.COST);
  }

  @ParameterizedTest
  @CsvSource({
    "196, TEL 000-000-1234, 24.6, 21.3",
    "98, TEL 000-000-1234, 24.6, 21.3",
    "196, 〒000-0000 中央区本町1-2-3, 20.3, 24.4",
    "98, 〒000-0000 中央区本町1-2-3, 20.3, 24.4"
  })
  void ofAStampTheNameIsReadAndAPersonLooks(
      double dpiY, String address, float addressY, float nameY) {
    for (int seed = 1; seed <= 10; seed++) {
      RegisteredPage page =
          SampleSheet.drawn(
              new Resolution(204, dpiY),
              seed,
              g -> {
                g.setFont(SampleSheet.GOTHIC.deriveFont(2.2f));
                g.drawString(address, 30f, addressY);
                g.setFont(SampleSheet.GOTHIC.deriveFont(3.2f));
                g.drawString("佐藤内科医院", 30f, nameY);
              });
      TextReading reading = reading(page, SampleSheet.NAME);
      TextReading.Candidate name = reading.candidates().get(0);
      assertThat(name.text()).as("seed %d", seed).isEqualTo("佐藤内科医院");
      assertThat(name.score() <= 0.5 || reading.outsideMm2() > 0.5).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void twoLinesInAFieldOfOneAreReadOneAfterTheOther() {
    RegisteredPage page =
        SampleSheet.drawn(
            SampleSheet.FINE,
            5,
            g -> {
              g.setFont(SampleSheet.PRINTED.deriveFont(2.8f));
              g.drawString("医療法人社団", 30f, 21f);
              g.drawString("佐藤内科医院", 30f, 24.8f);
            });
    assertThat(candidate(page, SampleSheet.NAME)).isEqualTo("医療法人社団佐藤内科医院");
  }

  @Test
  void smallDotsOfLettersAreNotTakenForDirt() {
    Font small = SampleSheet.PRINTED.deriveFont(SampleSheet.size(7));
    for (int seed = 1; seed <= 5; seed++) {
      RegisteredPage page =
          SampleSheet.fax(
              Map.of(SampleSheet.NAME, new Writing("ながぐつ・ぼうし・ぱん屋", small)), SampleSheet.FINE, seed);
      assertThat(candidate(page, SampleSheet.NAME)).as("seed %d", seed).isEqualTo("ながぐつ・ぼうし・ぱん屋");
    }
  }

  /** A round seal with a name, as high as the field. */
  private static void seal(Graphics2D g, double x, double y) {
    g.setStroke(new BasicStroke(0.4f));
    g.draw(new Ellipse2D.Double(x - 4.3, y - 4.3, 8.6, 8.6));
    g.setFont(SampleSheet.KLEE.deriveFont(3f));
    g.drawString("田", (float) (x - 1.5), (float) (y - 0.5));
    g.drawString("中", (float) (x - 1.5), (float) (y + 2.8));
  }

  @Test
  void aNameWithASealBesideItIsRead() {
    Font font = SampleSheet.KLEE.deriveFont(4.5f);
    RegisteredPage page =
        SampleSheet.drawn(
            SampleSheet.FINE,
            5,
            g -> {
              seal(g, 95, 22);
              g.setFont(font);
              g.drawString("佐藤医院", 30f, 24.5f);
            });
    TextReading.Candidate name = reading(page, SampleSheet.NAME).candidates().get(0);
    assertThat(name.text()).isEqualTo("佐藤医院");
    assertThat(name.score()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {196, 98})
  void aSealIsNoLetterOfTheName(double dpiY) {
    for (int seed = 1; seed <= 10; seed++) {
      double x = 70 + 3 * seed;
      RegisteredPage page =
          SampleSheet.drawn(
              new Resolution(204, dpiY),
              seed,
              g -> {
                seal(g, x, 22);
                g.setFont(SampleSheet.KLEE.deriveFont(4.5f));
                g.drawString("佐藤花子", 30f, 24.5f);
              });
      assertThat(candidate(page, SampleSheet.NAME)).as("seed %d", seed).isEqualTo("佐藤花子");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {196, 98})
  void whereASealMayHideALetterAPersonLooks(double dpiY) {
    for (int seed = 1; seed <= 10; seed++) {
      double x = 41 + 0.8 * seed;
      RegisteredPage page =
          SampleSheet.drawn(
              new Resolution(204, dpiY),
              seed,
              g -> {
                seal(g, x, 22);
                g.setFont(SampleSheet.KLEE.deriveFont(4.5f));
                g.drawString("佐藤花子", 30f, 24.5f);
              });
      assertThat(reading(page, SampleSheet.NAME).candidates())
          .as("seed %d", seed)
          .allMatch(c -> c.score() <= 0.5);
    }
  }

  @Test
  void writingThatStandsHalfAboveAFieldIsNoticed() {
    Font font = SampleSheet.KLEE.deriveFont(4.5f);
    RegisteredPage page =
        SampleSheet.drawn(
            SampleSheet.FINE,
            5,
            g -> {
              g.setFont(font);
              g.drawString("佐藤医院", 30f, 18.5f);
            });
    assertThat(reading(page, SampleSheet.NAME).outsideMm2()).isGreaterThan(2);
    RegisteredPage proper =
        SampleSheet.drawn(
            SampleSheet.FINE,
            5,
            g -> {
              g.setFont(font);
              g.drawString("佐藤医院", 30f, 24.5f);
            });
    assertThat(reading(proper, SampleSheet.NAME).outsideMm2()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "約30, 約30",
    "35万円, 35万円",
    "12.5, 12.5",
    ".5, .5",
    "35~, 35~",
    "~35, ~35",
    "35-, 35-",
    "不明, 不明",
    "120~150, 120~150",
    "3万5千, 3万5千",
    "三万円, 三万円",
    "三十五, 三十五",
    "十万, 十万"
  })
  void whatStandsBesideAnAmountIsRead(String written, String expected) {
    for (Font font : List.of(SampleSheet.PRINTED, SampleSheet.KLEE)) {
      Font large = font.deriveFont(SampleSheet.size(13));
      RegisteredPage page =
          SampleSheet.fax(
              Map.of(SampleSheet.COST, new Writing(written, large)), SampleSheet.FINE, 7);
      assertThat(candidate(page, SampleSheet.COST)).as(font.getName()).isEqualTo(expected);
    }
  }

  @Test
  void everyCharacterOfALineHasItsScore() {
    Map<String, Writing> answers = SampleAnswers.of(10_001, SampleSheet.PRINTED, 12);
    TextReading name = reading(SampleSheet.fax(answers, SampleSheet.FINE, 3), SampleSheet.NAME);
    TextReading.Candidate best = name.candidates().get(0);
    assertThat(best.characterScores())
        .hasSize(best.text().length())
        .allMatch(score -> score > 0 && score <= 1);
  }

  @Test
  void anEmptyCellOfACombShortensTheText() {
    Map<String, Writing> answers = new HashMap<>(SampleAnswers.of(10_001, SampleSheet.PRINTED, 12));
    Font font = answers.get(SampleSheet.CODE).font();
    answers.put(SampleSheet.CODE, new Writing("12 4567", font));
    assertThat(candidate(SampleSheet.fax(answers, SampleSheet.FINE, 3), SampleSheet.CODE))
        .isEqualTo("124567");
  }

  @Test
  void fieldsLeftBlankAreBlankBesideFieldsThatAreWritten() {
    Map<String, Writing> answers = new HashMap<>(SampleAnswers.of(10_002, SampleSheet.PRINTED, 12));
    answers.remove(SampleSheet.NAME);
    answers.remove(SampleSheet.COST);
    List<TextReading> readings = reader.read(SampleSheet.fax(answers, SampleSheet.FINE, 4));
    assertThat(readings)
        .filteredOn(TextReading::blank)
        .extracting(TextReading::fieldId)
        .containsExactly(SampleSheet.NAME, SampleSheet.COST);
  }

  @Test
  void threadsThatReadAtOnceReadTheSameAsOne() throws Exception {
    List<RegisteredPage> pages = new ArrayList<>();
    for (long seed = 10_001; seed <= 10_006; seed++) {
      pages.add(
          SampleSheet.fax(
              SampleAnswers.of(seed, SampleSheet.PRINTED, 13), SampleSheet.STANDARD, seed));
    }
    List<List<TextReading>> alone = pages.stream().map(reader::read).toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<TextReading>>> together =
          pages.stream().map(page -> threads.submit(() -> reader.read(page))).toList();
      for (int i = 0; i < pages.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String candidate(RegisteredPage page, String fieldId) {
    return reading(page, fieldId).candidates().get(0).text();
  }

  private static TextReading reading(RegisteredPage page, String fieldId) {
    return reader.read(page).stream()
        .filter(r -> r.fieldId().equals(fieldId))
        .findFirst()
        .orElseThrow();
  }
}
