package yomitori.simulate.line;

import java.util.List;
import java.util.stream.Stream;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.tiff.Coding;

/**
 * All that will happen to one page, in the order in which it happens. Each part is drawn from its
 * own stream of chance, so that exchanging one for its identity leaves the others as they were.
 */
public record LinePlan(
    FaxedBlank faxedBlank,
    Photocopy photocopy,
    Dirt dirt,
    PaperTurn turn,
    Skew skew,
    ScanScale scale,
    PaperOffset offset,
    UnevenFeed feed,
    Aperture aperture,
    Streaks streaks,
    Threshold threshold,
    Specks specks,
    LostMargins margins,
    HeaderLine header,
    ReceiverShrink shrink,
    FaxGrid grid,
    LostRows lostRows,
    CutEnd cutEnd,
    Wire wire,
    HitBytes hitBytes) {

  /** A line that does nothing but scan at fine resolution. */
  public static final LinePlan PLAIN =
      new LinePlan(
          new FaxedBlank(0),
          new Photocopy(0, 128),
          new Dirt(0, 0),
          new PaperTurn(0),
          new Skew(0),
          new ScanScale(1, 1),
          new PaperOffset(0, 0),
          UnevenFeed.NONE,
          new Aperture(1, 255),
          new Streaks(0, 0),
          new Threshold(148, 0, 0, false),
          new Specks(0),
          new LostMargins(0, 0, 0, 0),
          HeaderLine.NONE,
          new ReceiverShrink(1),
          FaxGrid.FINE,
          new LostRows(0, LostRows.Kind.REPEATED),
          new CutEnd(1),
          new Wire(Coding.T6, false, false),
          new HitBytes(0, 0));

  /** Draws a plan for a profile. */
  public static LinePlan draw(LineProfile p, Chance chance) {
    PaperTurn turn = PaperTurn.draw(p, chance.stream("turn"));
    Wire wire = Wire.draw(chance.stream("wire"));
    return new LinePlan(
        FaxedBlank.draw(p, chance.stream("faxedBlank")),
        Photocopy.draw(p, chance.stream("photocopy")),
        Dirt.draw(p, chance.stream("dirt")),
        turn,
        Skew.draw(p, chance.stream("skew")),
        ScanScale.draw(p, chance.stream("scale")),
        PaperOffset.draw(p, chance.stream("offset")),
        UnevenFeed.draw(p, chance.stream("feed")),
        Aperture.draw(p, chance.stream("aperture")),
        Streaks.draw(p, chance.stream("streaks")),
        Threshold.draw(p, chance.stream("threshold")),
        Specks.draw(p, chance.stream("specks")),
        LostMargins.draw(p, chance.stream("margins")),
        HeaderLine.draw(p, chance.stream("header")),
        ReceiverShrink.draw(p, chance.stream("shrink")),
        FaxGrid.draw(p, turn.sideways(), chance.stream("grid")),
        LostRows.draw(p, chance.stream("lostRows")),
        CutEnd.draw(p, chance.stream("cutEnd")),
        wire,
        HitBytes.draw(p, wire.coding(), chance.stream("hitBytes")));
  }

  /** This plan with one part exchanged for another of its kind. */
  public LinePlan with(Effect other) {
    return new LinePlan(
        exchange(FaxedBlank.class, faxedBlank, other),
        exchange(Photocopy.class, photocopy, other),
        exchange(Dirt.class, dirt, other),
        exchange(PaperTurn.class, turn, other),
        exchange(Skew.class, skew, other),
        exchange(ScanScale.class, scale, other),
        exchange(PaperOffset.class, offset, other),
        exchange(UnevenFeed.class, feed, other),
        exchange(Aperture.class, aperture, other),
        exchange(Streaks.class, streaks, other),
        exchange(Threshold.class, threshold, other),
        exchange(Specks.class, specks, other),
        exchange(LostMargins.class, margins, other),
        exchange(HeaderLine.class, header, other),
        exchange(ReceiverShrink.class, shrink, other),
        exchange(FaxGrid.class, grid, other),
        exchange(LostRows.class, lostRows, other),
        exchange(CutEnd.class, cutEnd, other),
        exchange(Wire.class, wire, other),
        exchange(HitBytes.class, hitBytes, other));
  }

  private static <E extends Effect> E exchange(Class<E> kind, E part, Effect other) {
    return kind.isInstance(other) ? kind.cast(other) : part;
  }

  /** The parts in the order in which they happen. */
  public List<Effect> effects() {
    return Stream.<Effect>of(
            faxedBlank,
            photocopy,
            dirt,
            turn,
            skew,
            scale,
            offset,
            feed,
            aperture,
            streaks,
            threshold,
            specks,
            margins,
            header,
            shrink,
            grid,
            lostRows,
            cutEnd,
            wire,
            hitBytes)
        .toList();
  }
}
