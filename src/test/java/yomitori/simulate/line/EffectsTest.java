package yomitori.simulate.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointPx;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Sheet;

class EffectsTest {

  private static final double PX_PER_MM = 8;
  private static final LinePlan PLAIN = LinePlan.PLAIN;

  @Test
  void aPlainLineLeavesOutAllThatCanBeLeftOut() {
    List<String> acting = PLAIN.effects().stream().filter(Effect::acts).map(Effect::name).toList();
    assertThat(acting).containsExactly("threshold", "fax_grid", "wire");
  }

  @Test
  void rasterEffectsOfZeroStrengthChangeNothing() {
    byte[] before = pattern().pixels();
    GrayImage page = pattern();
    Chance chance = new Chance(1);
    PLAIN.faxedBlank().apply(page, PX_PER_MM);
    PLAIN.photocopy().apply(page, PX_PER_MM, chance);
    PLAIN.streaks().apply(page, PX_PER_MM, chance);
    PLAIN.specks().apply(page, chance);
    PLAIN.margins().apply(page, PX_PER_MM, PX_PER_MM);
    PLAIN.threshold().apply(page, chance);
    Sheet sheet = new Sheet(page, PX_PER_MM);
    PLAIN.dirt().apply(sheet, chance);
    page = PLAIN.header().apply(sheet.image(), PX_PER_MM, PX_PER_MM);
    boolean[] hits = PLAIN.lostRows().hits(page.height(), chance);
    page = PLAIN.lostRows().apply(page, hits, chance);
    page = PLAIN.cutEnd().apply(page);
    assertThat(page.pixels()).isEqualTo(before);
    assertThat(PLAIN.hitBytes().apply(before, chance)).isEqualTo(before);
  }

  @Test
  void rasterEffectsThatActChangeThePage() {
    byte[] before = pattern().pixels();
    for (int i = 0; i < 5; i++) {
      GrayImage page = pattern();
      switch (i) {
        case 0 -> new FaxedBlank(3.85).apply(page, PX_PER_MM);
        case 1 -> new Photocopy(1, 150).apply(page, PX_PER_MM, new Chance(1));
        case 2 -> new Streaks(1, 1).apply(page, PX_PER_MM, new Chance(1));
        case 3 -> new Specks(0.01).apply(page, new Chance(1));
        default -> new LostMargins(1, 1, 1, 1).apply(page, PX_PER_MM, PX_PER_MM);
      }
      assertThat(page.pixels()).as("effect " + i).isNotEqualTo(before);
    }
  }

  @Test
  void aPlainPathIsTheGrid() {
    PointPx p = path(PLAIN).toRaster(100, 150);
    assertThat(p.x()).isCloseTo(102.5 * 1728 / 215, within(1e-9));
    assertThat(p.y()).isCloseTo(150 * 7.7, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(LineProfile.class)
  void thePathBackUndoesThePathThere(LineProfile profile) {
    for (int seed = 1; seed <= 40; seed++) {
      LinePlan drawn = LinePlan.draw(profile, new Chance(seed));
      // A slip hides paper, which has no way back.
      UnevenFeed f = drawn.feed();
      LinePlan plan =
          drawn.with(new UnevenFeed(f.stretchMm(), f.wanderMm(), f.periodMm(), f.phase(), 0, 0));
      PaperPath path = path(plan);
      PointPx p = path.toRaster(60, 200);
      assertThat(path.sheetX(p.x(), p.y())).isCloseTo(60, within(1e-4));
      assertThat(path.sheetY(p.x(), p.y())).isCloseTo(200, within(1e-4));
    }
  }

  @Test
  void skewTurnsCounterClockwise() {
    PaperPath path = path(PLAIN.with(new Skew(3)));
    assertThat(path.toRaster(180, 148.5).y()).isLessThan(path.toRaster(30, 148.5).y());
  }

  @Test
  void anUpsideDownSheetEndsAtTheOppositeCorner() {
    PointPx p = path(PLAIN.with(new PaperTurn(2))).toRaster(0, 0);
    assertThat(p.x()).isCloseTo((2.5 + 210) * 1728 / 215, within(1e-9));
    assertThat(p.y()).isCloseTo(297 * 7.7, within(1e-6));
  }

  @Test
  void droppedRowsShortenThePageAndRepeatedOnesDoNot() {
    GrayImage page = pattern();
    LostRows dropped = new LostRows(0.05, LostRows.Kind.DROPPED);
    boolean[] hits = dropped.hits(page.height(), new Chance(2));
    int count = 0;
    for (boolean hit : hits) {
      count += hit ? 1 : 0;
    }
    assertThat(count).isPositive();
    assertThat(dropped.apply(page, hits, new Chance(3)).height()).isEqualTo(page.height() - count);
    GrayImage repeated =
        new LostRows(0.05, LostRows.Kind.REPEATED).apply(page, hits, new Chance(3));
    assertThat(repeated.height()).isEqualTo(page.height());
    assertThat(repeated.pixels()).isNotEqualTo(page.pixels());
  }

  @Test
  void aHeaderLineAboveAddsItsRowsAndOneOverThePageDoesNot() {
    GrayImage page = GrayImage.white(1728, 400);
    HeaderLine above = new HeaderLine(HeaderLine.Place.ABOVE, "P. 1/ 1", 4, 0);
    GrayImage longer = above.apply(page, 8, 7.7);
    assertThat(longer.height()).isEqualTo(400 + above.rowsAbove(7.7));
    GrayImage over = new HeaderLine(HeaderLine.Place.OVER, "P. 1/ 1", 4, 0).apply(page, 8, 7.7);
    assertThat(over.height()).isEqualTo(400);
    assertThat(over.pixels()).contains((byte) 0);
  }

  private static PaperPath path(LinePlan plan) {
    return new PaperPath(
        210,
        297,
        plan.turn(),
        plan.skew(),
        plan.scale(),
        plan.offset(),
        plan.feed(),
        plan.shrink(),
        plan.grid());
  }

  private static GrayImage pattern() {
    GrayImage page = GrayImage.white(400, 600);
    Chance chance = new Chance(9);
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        page.set(x, y, chance.happens(0.4) ? 0 : 255);
      }
    }
    return page;
  }
}
