package yomitori.simulate.line;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.tiff.Coding;

/**
 * Every effect there is, in the order in which they happen. Each is drawn from a stream of chance
 * of its own, so that switching one off leaves the others as they were.
 */
@SuppressWarnings("ImmutableEnumChecker") // effects are records of numbers, words and enums
public enum EffectKind {
  FAXED_BLANK(Scope.SHEET, new FaxedBlank(0), FaxedBlank::draw),
  CREASE(Scope.SHEET, Crease.NONE, Crease::draw),
  STAINS(Scope.SHEET, new Stains(0, 0), Stains::draw),
  HOLES(Scope.SHEET, new Holes(false, false, 0), Holes::draw),
  DIRT(Scope.SHEET, new Dirt(0), Dirt::draw),
  PHOTOCOPY(Scope.SHEET, new Photocopy(0, 128), Photocopy::draw),
  PAPER_TURN(Scope.SHEET, new PaperTurn(0), PaperTurn::draw),
  SKEW(Scope.SHEET, new Skew(0), Skew::draw),
  SCAN_SCALE(Scope.CALL, new ScanScale(1, 1), ScanScale::draw),
  REDUCTION(Scope.CALL, new Reduction(1), Reduction::draw),
  PAPER_OFFSET(Scope.SHEET, new PaperOffset(0, 0), PaperOffset::draw),
  UNEVEN_FEED(Scope.SHEET, UnevenFeed.NONE, UnevenFeed::draw),
  GREY_PAPER(Scope.SHEET, GreyPaper.WHITE, GreyPaper::draw),
  UNEVEN_LIGHT(Scope.CALL, new UnevenLight(0, 0.5), UnevenLight::draw),
  APERTURE(Scope.CALL, new Aperture(1, GrayImage.WHITE), Aperture::draw),
  STREAKS(Scope.CALL, new Streaks(0, 0, 0), Streaks::draw),
  THRESHOLD(Scope.CALL, new Threshold(148, 0, 0, Threshold.Halftone.NONE), Threshold::draw),
  SPECKS(Scope.CALL, new Specks(0), Specks::draw),
  LOST_MARGINS(Scope.CALL, new LostMargins(0, 0, 0, 0), LostMargins::draw),
  FAX_GRID(Scope.CALL, FaxGrid.FINE, FaxGrid::draw),
  HEADER_LINE(
      Scope.CALL, HeaderLine.NONE, (profile, own, time) -> HeaderLine.draw(profile, time, own)),
  LOST_ROWS(Scope.SHEET, new LostRows(0, LostRows.Kind.FILLED_IN), LostRows::draw),
  CUT_END(Scope.SHEET, new CutEnd(1), CutEnd::draw),
  RECEIVER_SHRINK(Scope.CALL, new ReceiverShrink(1), ReceiverShrink::draw),
  RECEIVER_LINE(
      Scope.CALL, ReceiverLine.NONE, (profile, own, time) -> ReceiverLine.draw(profile, time, own)),
  WIRE(Scope.CALL, new Wire(Coding.T6, false, false), Wire::draw),
  HIT_BYTES(Scope.SHEET, new HitBytes(0, 0), HitBytes::draw),
  FILE_LAYOUT(Scope.CALL, FileLayout.PLAIN, FileLayout::draw),
  DELIVERY(Scope.CALL, new Delivery(false), Delivery::draw);

  private final Scope scope;
  private final Effect identity;
  private final Draw draw;

  EffectKind(Scope scope, Effect identity, PlainDraw draw) {
    this(scope, identity, (profile, own, time) -> draw.draw(profile, own));
  }

  EffectKind(Scope scope, Effect identity, Draw draw) {
    this.scope = scope;
    this.identity = identity;
    this.draw = draw;
  }

  /** What an effect belongs to. */
  private enum Scope {
    /** One sheet of paper and its page. */
    SHEET,
    /** The machines and the call: the same for all pages of a call. */
    CALL
  }

  @FunctionalInterface
  private interface PlainDraw {
    Effect draw(LineProfile profile, Chance own);
  }

  @FunctionalInterface
  private interface Draw {
    Effect draw(LineProfile profile, Chance own, CallTime time);
  }

  /** The effect's name in the truth and on the command line, such as {@code uneven_feed}. */
  public String effectName() {
    return identity.name();
  }

  /** The kind of this name, if there is one. */
  public static Optional<EffectKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.effectName().equals(name)).findFirst();
  }

  /** The names of all, in the order in which they happen. */
  public static List<String> names() {
    return Arrays.stream(values()).map(EffectKind::effectName).toList();
  }

  /** The parameters with which the effect changes nothing. */
  Effect identity() {
    return identity;
  }

  /** Whether the effect belongs to the machines and the call, and not to one sheet. */
  boolean ofCall() {
    return scope == Scope.CALL;
  }

  /** Draws parameters. */
  Effect draw(LineProfile profile, Chance line) {
    return draw.draw(profile, line.stream(effectName()), CallTime.draw(line.stream("call_time")));
  }

  /** The kind of an effect. */
  static EffectKind of(Effect effect) {
    return Arrays.stream(values())
        .filter(kind -> kind.identity.getClass() == effect.getClass())
        .findFirst()
        .orElseThrow();
  }
}
