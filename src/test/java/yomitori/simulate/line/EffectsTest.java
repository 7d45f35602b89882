package yomitori.simulate.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointPx;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Ink;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.tiff.Coding;

class EffectsTest {

  private static final double PX_PER_MM = 8;
  private static final LinePlan PLAIN = LinePlan.PLAIN;

  @Test
  void nothingActsOnAPlainLine() {
    List<String> acting = PLAIN.effects().stream().filter(Effect::acts).map(Effect::name).toList();
    assertThat(acting).isEmpty();
  }

  @Test
  void rasterEffectsOfZeroStrengthChangeNothing() {
    byte[] before = pattern().pixels();
    GrayImage page = pattern();
    Chance chance = new Chance(1);
    Sheet sheet = new Sheet(page, PX_PER_MM);
    PLAIN.faxedBlank().apply(sheet.image(), PX_PER_MM);
    PLAIN.part(Crease.class).apply(sheet.image(), PX_PER_MM, chance);
    PLAIN.part(Stains.class).apply(sheet.image(), PX_PER_MM, chance);
    PLAIN.part(Holes.class).apply(sheet, chance);
    PLAIN.part(Dirt.class).apply(sheet, chance);
    PLAIN.part(Photocopy.class).apply(sheet.image(), PX_PER_MM, chance);
    page = sheet.image();
    PLAIN.part(GreyPaper.class).apply(page, path(PLAIN), 210, 297);
    PLAIN.part(UnevenLight.class).apply(page);
    PLAIN.part(Streaks.class).apply(page, PX_PER_MM, PX_PER_MM, chance);
    PLAIN.part(Specks.class).apply(page, chance);
    PLAIN.part(LostMargins.class).apply(page, PX_PER_MM, PX_PER_MM);
    PLAIN.part(Threshold.class).apply(page, GrayImage.WHITE, chance);
    page = PLAIN.part(HeaderLine.class).apply(page, PX_PER_MM, PX_PER_MM);
    LostRows.Row[] hits = PLAIN.part(LostRows.class).rows(page.height(), chance);
    page = PLAIN.part(LostRows.class).apply(page, hits, chance);
    page = PLAIN.part(CutEnd.class).apply(page);
    page = PLAIN.part(ReceiverLine.class).apply(page, PX_PER_MM, PX_PER_MM);
    assertThat(page.pixels()).isEqualTo(before);
    assertThat(PLAIN.part(HitBytes.class).apply(before, chance)).isEqualTo(before);
  }

  @Test
  void rasterEffectsThatActChangeThePage() {
    byte[] before = pattern().pixels();
    for (int i = 0; i < 9; i++) {
      GrayImage page = pattern();
      switch (i) {
        case 0 -> new FaxedBlank(3.85).apply(page, PX_PER_MM);
        case 1 -> new Photocopy(1, 150).apply(page, PX_PER_MM, new Chance(1));
        case 2 -> new Streaks(1, 1).apply(page, PX_PER_MM, PX_PER_MM, new Chance(1));
        case 3 -> new Specks(0.01).apply(page, new Chance(1));
        case 4 -> new Crease(1, 90, 0.5, 0).apply(page, PX_PER_MM, new Chance(1));
        case 5 -> new Stains(0, 2).apply(page, PX_PER_MM, new Chance(1));
        case 6 -> new GreyPaper(200, 3, 60, 0).apply(page, path(PLAIN), 210, 297);
        case 7 -> new UnevenLight(0.2, 0.5).apply(page);
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
      UnevenFeed f = drawn.part(UnevenFeed.class);
      LinePlan plan =
          drawn.with(new UnevenFeed(f.stretchMm(), f.wanderMm(), f.periodMm(), f.phase(), 0, 0));
      PaperPath path = path(plan);
      PointPx p = path.toRaster(60, 200);
      assertThat(path.sheetX(p.x(), p.y())).isCloseTo(60, within(1e-4));
      assertThat(path.sheetY(p.x(), p.y())).isCloseTo(200, within(1e-4));
    }
  }

  @Test
  void paperThatSlipsIsSkippedAndPaperThatSticksIsSeenTwice() {
    UnevenFeed slips = new UnevenFeed(0, 0, 200, 0, 100, 2);
    assertThat(slips.paperY(101)).isEqualTo(103);
    assertThat(slips.scanY(101)).as("paper that was never seen").isEqualTo(100);
    assertThat(slips.scanY(150)).isEqualTo(148);
    UnevenFeed sticks = new UnevenFeed(0, 0, 200, 0, 100, -2);
    assertThat(sticks.paperY(99)).isEqualTo(sticks.paperY(101));
    assertThat(sticks.scanY(99)).isEqualTo(99);
    assertThat(sticks.scanY(150)).isEqualTo(152);
  }

  @Test
  void aSheetLaidInSidewaysGetsAScanLineThatIsLongEnough() {
    for (FaxGrid grid : List.of(FaxGrid.STANDARD, FaxGrid.R16, FaxGrid.INCH_200)) {
      FaxGrid wide = grid.wideEnoughFor(297);
      assertThat(wide.scanLineMm()).isGreaterThan(297);
      assertThat(wide.pxPerMmX()).isCloseTo(grid.pxPerMmX(), within(0.05));
    }
    assertThat(FaxGrid.FINE.wideEnoughFor(297).widthPx()).isEqualTo(2432);
    assertThat(FaxGrid.FINE.wideEnoughFor(210)).isEqualTo(FaxGrid.FINE);
  }

  @Test
  void switchingAnEffectOffLeavesTheOthersAsTheyWere() {
    for (int seed = 1; seed <= 30; seed++) {
      LinePlan drawn = LinePlan.draw(LineProfile.HARSH, new Chance(seed));
      LinePlan without = drawn.without(EnumSet.of(EffectKind.SKEW, EffectKind.PHOTOCOPY));
      assertThat(without.part(Skew.class).acts()).isFalse();
      assertThat(without.with(drawn.part(Skew.class)).with(drawn.part(Photocopy.class)).effects())
          .isEqualTo(drawn.effects());
    }
  }

  @Test
  void everyEffectActsSomewhereMildlyAndWhereItCanStrongly() {
    Set<String> seen = new HashSet<>();
    for (LineProfile profile : LineProfile.values()) {
      for (int seed = 1; seed <= 1500; seed++) {
        for (Effect effect : LinePlan.draw(profile, new Chance(seed)).effects()) {
          seen.add(effect.name() + " " + effect.level());
        }
      }
    }
    for (String name : EffectKind.names()) {
      if (!name.equals("paper_turn")) {
        assertThat(seen).contains(name + " MILD");
      }
      if (!List.of("wire", "delivery").contains(name)) {
        assertThat(seen).contains(name + " STRONG");
      }
    }
  }

  @Test
  void aCleanLineDoesNothingStrong() {
    for (int seed = 1; seed <= 300; seed++) {
      assertThat(LinePlan.draw(LineProfile.CLEAN, new Chance(seed)).effects())
          .noneMatch(effect -> effect.level() == Level.STRONG);
    }
  }

  @Test
  void bytesAreHitOnlyWhereTheFileKeepsThoseOfTheCall() {
    LinePlan hit = PLAIN.with(new HitBytes(3, 0));
    assertThat(hit.part(HitBytes.class).acts()).isFalse();
    LinePlan t4 = hit.with(new Wire(Coding.T4_1D, false, false));
    assertThat(t4.part(HitBytes.class).acts()).isTrue();
    assertThat(t4.with(new Delivery(true)).part(HitBytes.class).acts()).isFalse();
  }

  @Test
  void barePaperStaysBareInACopier() {
    GrayImage sheet = GrayImage.white(400, 400);
    for (int y = 100; y < 300; y++) {
      sheet.set(150, y, 0);
      sheet.set(151, y, 0);
    }
    new Photocopy(1, 190, 0, 1, 0).apply(sheet, PX_PER_MM, new Chance(4));
    int grey = 0;
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 400; x++) {
        boolean away = Math.abs(x - 150) > 12;
        grey += away && sheet.get(x, y) < 255 && sheet.get(x, y) > 40 ? 1 : 0;
      }
    }
    assertThat(grey).isZero();
  }

  @Test
  void aPageIsNumberedInTheWidthOfItsLine() {
    assertThat(PrintedLine.numbered("a P. 1/ 1", 2, 12)).isEqualTo("a P. 2/12");
    assertThat(PrintedLine.numbered("a P.001/001", 2, 3)).isEqualTo("a P.002/003");
    assertThat(PrintedLine.numbered("P.01/01  F-011", 2, 3)).isEqualTo("P.02/03  F-011");
    assertThat(PrintedLine.numbered("", 2, 3)).isEmpty();
  }

  @Test
  void whatIsCutOffDidNotArrive() {
    Placement whole = sent(PLAIN);
    assertThat(whole.arrived(100, 290)).isTrue();
    assertThat(whole.arrived(100, 1)).isTrue();
    assertThat(sent(PLAIN.with(new CutEnd(0.5))).arrived(100, 160)).isFalse();
    assertThat(sent(PLAIN.with(new CutEnd(0.5))).arrived(100, 140)).isTrue();
    assertThat(sent(PLAIN.with(new LostMargins(0, 0, 5, 0))).arrived(100, 4)).isFalse();
    HeaderLine over = new HeaderLine(HeaderLine.Place.OVER, "P. 1/ 1", 4, 0);
    assertThat(sent(PLAIN.with(over)).arrived(100, 3)).isFalse();
    HeaderLine above = new HeaderLine(HeaderLine.Place.ABOVE, "P. 1/ 1", 4, 0);
    assertThat(sent(PLAIN.with(above)).arrived(100, 3)).isTrue();
    ReceiverLine foot = new ReceiverLine(ReceiverLine.Place.OVER_FOOT, "P. 1/ 1");
    assertThat(sent(PLAIN.with(foot)).arrived(100, 295)).isFalse();
  }

  @Test
  void aCreaseMovesWhatLiesBeyondItAndTheTruthKnows() {
    Sheet sheet = new Sheet(GrayImage.white(1680, 2376), PX_PER_MM);
    sheet.line(100, 50, 1, 100, 250, 1, new Ink(255, 0));
    LinePlan plan = PLAIN.with(new Crease(1, 40, 2, 0));
    FaxLine.ReceivedPage page = FaxLine.send(sheet, plan, new Chance(1));
    for (double y : new double[] {100, 200}) {
      PointPx p = page.placement().toPage(100, y);
      assertThat(page.page().image().get((int) p.x(), (int) p.y())).isZero();
    }
    double moved = page.placement().toPage(100, 200).x() - page.placement().toPage(100, 100).x();
    assertThat(moved).isCloseTo(2 * 1728 / 215.0, within(1e-6));
  }

  private static Placement sent(LinePlan plan) {
    Sheet sheet = new Sheet(GrayImage.white(840, 1188), 4);
    return FaxLine.send(sheet, plan, new Chance(1)).placement();
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
  void rowsLeftOutShortenThePageAndRepeatedOnesDoNot() {
    GrayImage page = pattern();
    for (LostRows.Kind kind : LostRows.Kind.values()) {
      LostRows lost = new LostRows(0.05, kind);
      LostRows.Row[] fates = lost.rows(page.height(), new Chance(2));
      GrayImage arrived = lost.apply(page, fates, new Chance(3));
      assertThat(fates).contains(expected(kind));
      assertThat(arrived.height())
          .isEqualTo(page.height() - Collections.frequency(List.of(fates), LostRows.Row.GONE));
      assertThat(arrived.pixels()).isNotEqualTo(page.pixels());
    }
  }

  private static LostRows.Row[] expected(LostRows.Kind kind) {
    return switch (kind) {
      case FILLED_IN -> new LostRows.Row[] {LostRows.Row.REPEATED, LostRows.Row.GONE};
      case LEFT_OUT -> new LostRows.Row[] {LostRows.Row.GONE};
      case GARBLED -> new LostRows.Row[] {LostRows.Row.NOISE};
    };
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
    return new PaperPath(210, 297, plan);
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
